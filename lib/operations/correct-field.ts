import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { lockSubmission } from '#lib/db/lock-submission'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import type { DocumentFieldName } from '#lib/domain/document-field'
import { machineValue } from '#lib/domain/document-fields'
import { fieldReadings, readingChecks } from '#lib/domain/document-readings'
import { correctedValueSchema, documentFieldNameSchema } from '#lib/domain/field-correction'
import { AppError, type Refused, refused } from '#lib/errors'
import { voidOutdatedReviews } from '#lib/standing-reviews'
import { recordAuditEvent, recordVoidedReviews } from './record-audit-event.ts'

/** A value of null takes the correction in force back: what the machine read counts again. */
export const correctFieldInput = z
  .object({ submissionId: z.uuid(), field: documentFieldNameSchema, value: z.string().max(200).nullable() })
  .transform(({ value, ...input }, context) => {
    if (value === null) return { ...input, value }
    const parsed = correctedValueSchema[input.field].safeParse(value)
    if (parsed.success) return { ...input, value: parsed.data }
    context.addIssue({ code: 'custom', path: ['value'], message: parsed.error.issues[0]!.message })
    return z.NEVER
  })

/**
 * Keeps what a reviewer reads on the document beside what the machine read there: under one's own lease, as a row of its own.
 * The audit log learns which field, never its value.
 */
export async function correctField(
  actor: Actor,
  { submissionId, field, value }: z.output<typeof correctFieldInput>,
): Promise<{ ok: true } | Refused<'not_claimed'>> {
  const user = authorise(actor, 'submission:decide')
  return withTransaction(async (tx) => {
    // Both locked, so that nothing is decided without this correction and the lease can't pass to somebody else before it commits.
    await lockSubmission(tx, submissionId)
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM claims WHERE submission_id = ${submissionId}::uuid AND user_id = ${user.id}::uuid
        AND expires_at > clock_timestamp() FOR UPDATE`
    if (held.length === 0)
      return refused('not_claimed', 'Claim the submission first: only who holds it may correct it.')
    const { caseId, read } = await machineRead(tx, submissionId, field)
    await tx.fieldCorrection.create({
      data: { submissionId, field, value, machineValue: read, correctedById: user.id },
    })
    const type = value === null ? 'field.correction_withdrawn' : 'field.corrected'
    await recordAuditEvent(tx, user, { type, caseId, submissionId, data: { field } })
    const { voided } = await voidOutdatedReviews(tx, submissionId, await databaseNow(tx))
    await recordVoidedReviews(tx, user, { caseId, submissionId }, voided, 'evidence_changed')
    await notifyChange(tx, { type: 'submission', submissionId })
    return { ok: true }
  })
}

async function machineRead(tx: Tx, submissionId: string, field: DocumentFieldName) {
  const submission = await tx.submission.findUnique({
    where: { id: submissionId },
    include: {
      captures: { select: { id: true, kind: true } },
      currentCheckRun: { include: { findings: { where: { check: { in: [...readingChecks] } } } } },
    },
  })
  if (!submission) throw new AppError('NOT_FOUND')
  const findings = submission.currentCheckRun?.findings ?? []
  const readings = fieldReadings(
    submission.captures.map(({ id, kind }) => ({
      captureId: id,
      kind,
      findings: findings.filter(({ captureId }) => captureId === id),
    })),
  )
  return { caseId: submission.caseId, read: machineValue(readings, field) }
}
