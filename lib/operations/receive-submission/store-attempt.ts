import { randomBytes } from 'node:crypto'
import type { Case, Prisma, Submission } from '#lib/db/generated/client'
import { lockSubmission } from '#lib/db/lock-submission'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { caseReference } from '#lib/domain/case-reference'
import { deviceOf } from '#lib/domain/device'
import { next } from '#lib/domain/submission'
import { urgentAt } from '#lib/domain/urgency'
import { AppError } from '#lib/errors'
import { enqueue } from '#lib/jobs/queue'
import type { Received, ReceiveSubmissionInput } from '../receive-submission.ts'
import { recordAuditEvent } from '../record-audit-event.ts'
import type { InspectedFile } from './inspect-files.ts'
import type { PolicyInForce } from './policy-in-force.ts'

interface Facts {
  policy: PolicyInForce
  requestHash: string
  accepted: InspectedFile[]
}

/**
 * The rows of one attempt: case, submission, captures, audit event and job, all or none. An earlier attempt that still
 * waits, for us or for the customer, is superseded; of one that was sent back, the captures nobody complained about are kept.
 */
export async function storeAttempt(
  tx: Tx,
  actor: Actor,
  input: ReceiveSubmissionInput,
  { policy, requestHash, accepted }: Facts,
): Promise<Received> {
  const now = await databaseNow(tx)
  const owner = await lockedCase(tx, input)
  const previous = await lockedNewest(tx, owner.id)
  if (actor.kind === 'customer') await spendLink(tx, actor.linkId, owner.id, now)
  const kept = previous ? await keptCaptures(tx, previous, accepted) : []

  const dueAt = new Date(now.getTime() + policy.body.dueHours * 3_600_000)
  const facts = { receivedAt: now, dueAt, attempt: (previous?.attempt ?? 0) + 1 }

  const submission = await tx.submission.create({
    data: {
      caseId: owner.id,
      clientId: input.clientId,
      policyId: policy.id,
      ...facts,
      urgentAt: urgentAt({ ...facts, flagged: [], checksFailed: false }),
      device: deviceOf(accepted.map(({ kind, facts: { metadata } }) => ({ kind, metadata }))),
      source: input.source,
      documentType: input.metadata.declaredDocumentType,
      country: input.metadata.country,
      idempotencyKey: input.idempotencyKey,
      requestHash,
      captures: { create: [...accepted.map(captureRow), ...kept] },
    },
  })
  if (previous) await supersede(tx, actor, previous)
  await recordAuditEvent(tx, actor, {
    type: 'submission.received',
    caseId: owner.id,
    submissionId: submission.id,
    data: { source: input.source, attempt: submission.attempt, captures: accepted.map(({ kind }) => kind) },
  })
  await enqueue(tx, 'check-submission', { submissionId: submission.id, requestedById: null })
  await notifyChange(tx, { type: 'submission', submissionId: submission.id })
  const { id, status, attempt } = submission
  return { ok: true, submissionId: id, caseReference: owner.reference, status, attempt, replayed: false }
}

/** The case of this client's external id, made if new, and locked: attempts of one case are numbered one after another. */
async function lockedCase(tx: Tx, { clientId, metadata }: ReceiveSubmissionInput): Promise<Case> {
  const key = { clientId, externalId: metadata.externalId }
  const data = {
    email: metadata.email,
    locale: metadata.locale,
    country: metadata.country,
    declaredName: metadata.declaredName ?? null,
    declaredBirthDate: metadata.declaredBirthDate ? new Date(metadata.declaredBirthDate) : null,
  }
  return tx.case.upsert({
    where: { clientId_externalId: key },
    create: { ...key, ...data, reference: caseReference(randomBytes(8)) },
    update: data,
  })
}

/** The attempt before, kept as it is: a decision under way ends first, so that what it asks for again is known here. */
async function lockedNewest(tx: Tx, caseId: string): Promise<Submission | null> {
  const newest = await tx.submission.findFirst({
    where: { caseId },
    orderBy: { attempt: 'desc' },
    select: { id: true },
  })
  if (!newest) return null
  await lockSubmission(tx, newest.id)
  return tx.submission.findUniqueOrThrow({ where: { id: newest.id } })
}

/** A link brings in one attempt of its own case, whoever else holds it. */
async function spendLink(tx: Tx, linkId: string, caseId: string, now: Date): Promise<void> {
  const { count } = await tx.resubmissionLink.updateMany({
    where: { id: linkId, caseId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count === 0) throw new AppError('CONFLICT', 'Photos have already been sent through this link.')
}

function captureRow({ kind, facts, ...view }: InspectedFile): Prisma.CaptureCreateWithoutSubmissionInput {
  const { sha256, type, sizeBytes, widthPx, heightPx, orientation, metadata } = facts
  return { kind, sha256, type, sizeBytes, widthPx, heightPx, orientation, metadata, ...view }
}

/** Captures of a sent-back attempt that were neither sent anew nor named in a reason. */
async function keptCaptures(
  tx: Tx,
  previous: Submission,
  accepted: readonly InspectedFile[],
): Promise<Prisma.CaptureCreateWithoutSubmissionInput[]> {
  if (previous.status !== 'resubmission_requested') return []
  const fresh = accepted.map(({ kind }) => kind)
  const good = await tx.capture.findMany({
    where: {
      submissionId: previous.id,
      kind: { notIn: fresh },
      reasons: { none: { decision: { undoneAt: null, replacedAt: null } } },
    },
  })
  return good.map(({ id, submissionId, createdAt, metadata, ...capture }) => ({
    ...capture,
    metadata: metadata ?? {},
    carriedFrom: id,
  }))
}

async function supersede(tx: Tx, actor: Actor, previous: Submission): Promise<void> {
  const status = next(previous.status, { type: 'resubmitted' })
  if (!status) return
  await tx.submission.update({ where: { id: previous.id }, data: { status } })
  // What has not left yet would ask for what has just come.
  await tx.message.updateMany({ where: { submissionId: previous.id, status: 'queued' }, data: { status: 'cancelled' } })
  await recordAuditEvent(tx, actor, {
    type: 'submission.superseded',
    caseId: previous.caseId,
    submissionId: previous.id,
  })
  await notifyChange(tx, { type: 'submission', submissionId: previous.id })
}
