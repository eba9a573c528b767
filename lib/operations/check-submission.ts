import { setTimeout } from 'node:timers/promises'
import { checks } from '#lib/checks/registry'
import type { Capture } from '#lib/db/generated/client'
import { notifyChange } from '#lib/db/notify'
import { type Tx, withTransaction } from '#lib/db/transaction'
import { system } from '#lib/domain/actor'
import type { FileFacts } from '#lib/domain/artifacts'
import { type Finding, isFlag } from '#lib/domain/finding'
import { type Policy, policySchema } from '#lib/domain/policy'
import { priority } from '#lib/domain/priority'
import { next, statusesAllowing } from '#lib/domain/submission'
import { imagingPool } from '#lib/imaging/pool'
import { logger } from '#lib/logger'
import { objectStore, originalKey } from '#lib/storage/object-store'
import { recordAuditEvent } from './record-audit-event.ts'

/** About ten updates a second look smooth; more would only load the database. */
const progressIntervalMs = 100

type StoredFinding = Finding & { captureId: string }

/**
 * Runs every check on every capture of a stored submission and puts it before a person. Runs are append-only; the newest is
 * current, and one that was overtaken by another throws its results away. A submission that is no longer open is left alone.
 */
export async function checkSubmission(input: { submissionId: string; requestedById: string | null }): Promise<void> {
  const run = await startRun(input)
  if (!run) return
  const findings: StoredFinding[] = []
  const progress = progressReporter(run.id, input.submissionId)
  for (const capture of run.captures) {
    const results = await checkCapture(capture, run.policy, progress.oneMore)
    findings.push(...results.map((finding) => ({ ...finding, captureId: capture.id })))
  }
  await progress.settled()
  await finishRun(run.id, input.submissionId, findings)
}

/** After the last try of the job: a person still sees the submission, with what is known. */
export async function giveUpChecking({ submissionId }: { submissionId: string }): Promise<void> {
  await withTransaction(async (tx) => {
    await tx.checkRun.updateMany({
      where: { submissionId, status: 'running' },
      data: { status: 'failed', finishedAt: new Date() },
    })
    const submission = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } })
    const status = next(submission.status, { type: 'checks_failed' })
    if (!status) return
    const facts = { attempt: submission.attempt, flagCount: submission.flagCount, checksFailed: true }
    await tx.submission.updateMany({
      where: { id: submissionId, status: submission.status },
      data: { status, priority: priority(facts) },
    })
    await recordAuditEvent(tx, system, {
      type: 'submission.check_failed',
      caseId: submission.caseId,
      submissionId,
    })
    await notifyChange(tx, { type: 'submission', submissionId })
  })
}

async function startRun({ submissionId, requestedById }: { submissionId: string; requestedById: string | null }) {
  return withTransaction(async (tx) => {
    const { count } = await tx.submission.updateMany({
      where: { id: submissionId, status: { in: statusesAllowing({ type: 'checks_started' }) } },
      data: { status: 'checking' },
    })
    if (count === 0) return null
    await tx.checkRun.updateMany({
      where: { submissionId, status: 'running' },
      data: { status: 'failed', finishedAt: new Date() },
    })
    const { captures, policy } = await tx.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { captures: true, policy: true },
    })
    const total = captures.length * checks.length
    const { id } = await tx.checkRun.create({ data: { submissionId, requestedById, total } })
    await notifyChange(tx, { type: 'progress', submissionId, done: 0, total })
    return { id, captures, policy: policySchema.parse(policy.body) }
  })
}

async function checkCapture(capture: Capture, policy: Policy, onProgress: () => void): Promise<Finding[]> {
  const bytes = await objectStore().get(originalKey(capture.sha256))
  if (!bytes) throw new Error(`The original of capture ${capture.id} is not in the store`)
  const { sha256, sizeBytes, widthPx, heightPx, orientation } = capture
  const facts: FileFacts = {
    type: capture.type as FileFacts['type'],
    sha256,
    sizeBytes,
    widthPx,
    heightPx,
    orientation,
    metadata: capture.metadata as Record<string, string>,
  }
  return imagingPool().checkCapture({ kind: capture.kind, bytes, facts, policy }, onProgress)
}

/** Publishes how many checks are done, one message at a time and no more often than an eye can follow. */
function progressReporter(runId: string, submissionId: string) {
  let done = 0
  let publishing: Promise<void> | null = null
  const publish = async () => {
    await withTransaction(async (tx) => {
      const [row] = await tx.checkRun.updateManyAndReturn({
        where: { id: runId, status: 'running' },
        data: { done },
      })
      if (row) await notifyChange(tx, { type: 'progress', submissionId, done: row.done, total: row.total })
    }).catch((error: unknown) => logger.warn({ event: 'check.progress_lost', error: String(error).slice(0, 200) }))
    await setTimeout(progressIntervalMs)
    publishing = null
  }
  return {
    oneMore: () => {
      done += 1
      publishing ??= publish()
    },
    settled: async () => publishing ?? undefined,
  }
}

async function finishRun(runId: string, submissionId: string, findings: readonly StoredFinding[]): Promise<void> {
  await withTransaction(async (tx) => {
    const { count } = await tx.checkRun.updateMany({
      where: { id: runId, status: 'running' },
      data: { status: 'finished', finishedAt: new Date(), done: findings.length },
    })
    if (count === 0) return
    await storeFindings(tx, runId, findings)
    const flags = [...new Set(findings.filter(({ outcome }) => isFlag(outcome)).map(({ check }) => check))]
    const submission = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } })
    const status = next(submission.status, { type: 'checks_finished' })
    if (!status) return
    const facts = { attempt: submission.attempt, flagCount: flags.length, checksFailed: false }
    await tx.submission.update({
      where: { id: submissionId, status: submission.status },
      data: { status, currentCheckRunId: runId, flags, flagCount: flags.length, priority: priority(facts) },
    })
    await recordAuditEvent(tx, system, {
      type: 'submission.checked',
      caseId: submission.caseId,
      submissionId,
      data: { checkRunId: runId, flags },
    })
    await notifyChange(tx, { type: 'submission', submissionId })
  })
}

async function storeFindings(tx: Tx, checkRunId: string, findings: readonly StoredFinding[]): Promise<void> {
  const rows = await tx.finding.createManyAndReturn({
    data: findings.map(({ regions: _, ...finding }) => ({ ...finding, checkRunId })),
    select: { id: true, captureId: true, check: true },
  })
  const idOf = new Map(rows.map(({ id, captureId, check }) => [`${captureId} ${check}`, id]))
  await tx.region.createMany({
    data: findings.flatMap(({ captureId, check, regions }) =>
      regions.map(({ points, value }, position) => ({
        findingId: idOf.get(`${captureId} ${check}`)!,
        position,
        points,
        value,
      })),
    ),
  })
}
