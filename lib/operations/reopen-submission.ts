import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { lockSubmission } from '#lib/db/lock-submission'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { policySchema } from '#lib/domain/policy'
import { next } from '#lib/domain/submission'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const reopenSubmissionInput = z.object({
  submissionId: z.uuid(),
  /** `reopened` by a colleague who doubts the decision, `appealed` by the customer, whose words a colleague records. */
  cause: z.enum(['reopened', 'appealed']),
  why: z.string().trim().min(1, { error: 'Say why' }).max(2000),
})

type ReopeningRefusal = 'not_decided' | 'still_undoable'

/**
 * Puts a decided submission back into the queue. The decision stays on record and no longer counts; the customer hears nothing
 * until there is a new one. After an appeal nobody who reviewed before has a say (`may_review`, in the migration).
 */
export async function reopenSubmission(
  actor: Actor,
  { submissionId, cause, why }: z.infer<typeof reopenSubmissionInput>,
): Promise<{ ok: true } | Refused<ReopeningRefusal>> {
  const user = authorise(actor, cause === 'appealed' ? 'submission:appeal' : 'submission:reopen')
  return withTransaction(async (tx) => {
    const { submission, decision, now } = await lockedDecision(tx, submissionId)
    const status = next(submission.status, { type: 'reopened', checksFailed: submission.currentCheckRunId === null })
    if (!status || !decision || (cause === 'appealed' && decision.outcome === 'approved'))
      return refused('not_decided', 'No decision stands here that could be looked at again.')
    if (decision.effectiveAt > now) {
      return refused('still_undoable', 'This was decided a moment ago and can still be undone. Wait until it is told.')
    }
    await tx.decision.update({ where: { id: decision.id }, data: { replacedAt: now } })
    await tx.review.updateMany({ where: { submissionId, voidedAt: null }, data: { voidedAt: now, voidedFor: cause } })
    const { dueHours } = policySchema.parse(submission.policy.body)
    await tx.submission.update({
      where: { id: submissionId },
      data: {
        status,
        decidedAt: null,
        assignedToId: null,
        dueAt: new Date(now.getTime() + dueHours * 3_600_000),
        ...(cause === 'appealed' && { appealedAt: now }),
      },
    })
    const opened = { submissionId, decisionId: decision.id, cause, openedById: user.id, openedAt: now, why }
    const { id: reopeningId } = await tx.reopening.create({ data: opened })
    await recordAuditEvent(tx, actor, {
      type: `submission.${cause}`,
      caseId: submission.caseId,
      submissionId,
      data: { reopeningId, decisionId: decision.id },
    })
    await notifyChange(tx, { type: 'submission', submissionId })
    return { ok: true }
  })
}

async function lockedDecision(tx: Tx, id: string) {
  await lockSubmission(tx, id)
  const submission = await tx.submission.findUnique({ where: { id }, include: { policy: true } })
  if (!submission) throw new AppError('NOT_FOUND')
  const decision = await tx.decision.findFirst({ where: { submissionId: id, undoneAt: null, replacedAt: null } })
  return { submission, decision, now: await databaseNow(tx) }
}
