import { setTimeout } from 'node:timers/promises'
import { checksToRun } from '#lib/checks/run-checks'
import type { Capture, Case, Submission } from '#lib/db/generated/client'
import { notifyChange } from '#lib/db/notify'
import { type Tx, withTransaction } from '#lib/db/transaction'
import { system } from '#lib/domain/actor'
import type { Declared, FileFacts } from '#lib/domain/artifacts'
import { type Finding, isFlag } from '#lib/domain/finding'
import { type Policy, policySchema } from '#lib/domain/policy'
import { priority } from '#lib/domain/priority'
import { next, statusesAllowing } from '#lib/domain/submission'
import { checkCaptures } from '#lib/imaging/check-captures'
import { imagingPool } from '#lib/imaging/pool'
import type { CaptureToCheck } from '#lib/imaging/pool-messages'
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
  const progress = progressReporter(run.id, input.submissionId)
  const captures = await Promise.all(run.captures.map((capture) => openCapture(capture, run)))
  const results = await checkCaptures(imagingPool(), captures, { onFinding: progress.oneMore })
  const findings = results.flatMap((ofOne, at) =>
    ofOne.map((finding) => ({ ...finding, captureId: run.captures[at]!.id })),
  )
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
    const submission = await tx.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { captures: true, policy: true, case: true },
    })
    const { captures } = submission
    const policy = policySchema.parse(submission.policy.body)
    const total = captures.length * checksToRun(policy).length
    const { id } = await tx.checkRun.create({ data: { submissionId, requestedById, total } })
    await notifyChange(tx, { type: 'progress', submissionId, done: 0, total })
    return { id, captures, policy, declared: declaredIn(submission) }
  })
}

function declaredIn(submission: Submission & { case: Case }): Declared {
  const { documentType, country, receivedAt } = submission
  const { declaredName, declaredBirthDate } = submission.case
  return {
    documentType,
    country,
    name: declaredName,
    birthDate: declaredBirthDate?.toISOString().slice(0, 10) ?? null,
    receivedAt: receivedAt.toISOString(),
  }
}

async function openCapture(
  capture: Capture,
  { policy, declared }: { policy: Policy; declared: Declared },
): Promise<CaptureToCheck> {
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
  return { kind: capture.kind, bytes, facts, declared, policy }
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
