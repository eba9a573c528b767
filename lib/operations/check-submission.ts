import { groupsOf } from '#lib/checks/registry'
import { checksToRun } from '#lib/checks/run-checks'
import { db } from '#lib/db/client'
import type { Capture, Case, Submission } from '#lib/db/generated/client'
import { lockSubmission } from '#lib/db/lock-submission'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
import { system } from '#lib/domain/actor'
import type { Declared, FileFacts } from '#lib/domain/artifacts'
import { type Finding, isFlag } from '#lib/domain/finding'
import { type Policy, policySchema } from '#lib/domain/policy'
import { next, statusesAllowing } from '#lib/domain/submission'
import { urgentAt } from '#lib/domain/urgency'
import { checkCaptures } from '#lib/imaging/check-captures'
import { imagingPool } from '#lib/imaging/pool'
import type { CaptureToCheck } from '#lib/imaging/pool-messages'
import { voidOutdatedReviews } from '#lib/standing-reviews'
import { objectStore, originalKey } from '#lib/storage/object-store'
import { nearDuplicates, rememberFingerprint } from './check-submission/near-duplicates.ts'
import { type CaptureFinding, openRunJournal, storeFindings } from './check-submission/run-journal.ts'
import { recordAuditEvent, recordVoidedReviews } from './record-audit-event.ts'

/**
 * Runs every check on every capture of a stored submission and puts it before a person. Findings are stored as they come. Runs
 * are append-only; the newest finished one is current, and one that was overtaken by another never becomes it. A submission
 * that is no longer open is left alone.
 */
export async function checkSubmission(input: { submissionId: string; requestedById: string | null }): Promise<void> {
  const run = await startRun(input)
  if (!run) return
  const captures = await Promise.all(run.captures.map((capture) => openCapture(capture, run)))
  const journal = openRunJournal(run.id, input.submissionId)
  const findings: CaptureFinding[] = []
  const onFinding = (finding: Finding, at: number) => {
    const found = { ...finding, captureId: run.captures[at]!.id }
    findings.push(found)
    journal.add(found)
  }
  const findNearDuplicates = async (fingerprint: string, at: number) => {
    const { id } = run.captures[at]!
    // Remembered first: of two cases checked at once, the later one sees the other.
    await rememberFingerprint(db(), id, fingerprint)
    return nearDuplicates(db(), id, fingerprint)
  }
  await checkCaptures(imagingPool(), captures, { onFinding, findNearDuplicates }).catch(async (error: unknown) => {
    await journal.close()
    throw error
  })
  await finishRun(run.id, input.submissionId, findings, await journal.close())
}

/** After the last try of the job: a person still sees the submission, with what is known. */
export async function giveUpChecking({ submissionId }: { submissionId: string }): Promise<void> {
  await withTransaction(async (tx) => {
    await lockSubmission(tx, submissionId)
    await failRunning(tx, submissionId)
    const submission = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } })
    const status = next(submission.status, { type: 'checks_failed' })
    if (!status) return
    await tx.submission.update({
      where: { id: submissionId },
      data: { status, urgentAt: urgentAt({ ...submission, flagged: groupsOf(submission.flags), checksFailed: true }) },
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
    await failRunning(tx, submissionId)
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

async function failRunning(tx: Tx, submissionId: string): Promise<void> {
  await tx.checkRun.updateMany({
    where: { submissionId, status: 'running' },
    data: { status: 'failed', finishedAt: await databaseNow(tx) },
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

async function finishRun(
  runId: string,
  submissionId: string,
  findings: readonly CaptureFinding[],
  unstored: readonly CaptureFinding[],
): Promise<void> {
  await withTransaction(async (tx) => {
    await lockSubmission(tx, submissionId)
    const { count } = await tx.checkRun.updateMany({
      where: { id: runId, status: 'running' },
      data: { status: 'finished', finishedAt: await databaseNow(tx), done: findings.length },
    })
    if (count === 0) return
    await storeFindings(tx, runId, unstored)
    const flags = [...new Set(findings.filter(({ outcome }) => isFlag(outcome)).map(({ check }) => check))]
    const submission = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } })
    if (!next(submission.status, { type: 'checks_finished' })) return
    const urgent = urgentAt({ ...submission, flagged: groupsOf(flags), checksFailed: false })
    await tx.submission.update({
      where: { id: submissionId },
      data: { currentCheckRunId: runId, flags, flagCount: flags.length, urgentAt: urgent },
    })
    const firstStands = await keepReviews(tx, submission)
    const status = next(submission.status, { type: 'checks_finished', firstStands })!
    await tx.submission.update({ where: { id: submissionId }, data: { status } })
    await recordAuditEvent(tx, system, {
      type: 'submission.checked',
      caseId: submission.caseId,
      submissionId,
      data: { checkRunId: runId, flags },
    })
    await notifyChange(tx, { type: 'submission', submissionId })
  })
}

/** A review given on other findings is put aside. True where one still stands. */
async function keepReviews(tx: Tx, { id: submissionId, caseId }: Submission): Promise<boolean> {
  const { voided, left } = await voidOutdatedReviews(tx, submissionId, await databaseNow(tx))
  await recordVoidedReviews(tx, system, { caseId, submissionId }, voided, 'evidence_changed')
  return left > 0
}
