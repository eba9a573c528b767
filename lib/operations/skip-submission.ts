import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { skipReasonSchema } from '#lib/domain/skip-reason'
import { isOpen } from '#lib/domain/submission'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const skipSubmissionInput = z.object({ submissionId: z.uuid(), reason: skipReasonSchema })

/** Passes a submission on: one's lease goes back, and "next" brings it to this person again only when nothing else waits. */
export async function skipSubmission(
  actor: Actor,
  { submissionId, reason }: z.infer<typeof skipSubmissionInput>,
): Promise<{ ok: true } | Refused<'not_open'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const submission = await tx.submission.findUnique({ where: { id: submissionId } })
    if (!submission || !isOpen(submission.status)) return refused('not_open', 'This submission is no longer waiting.')
    const at = await databaseNow(tx)
    await tx.skip.upsert({
      where: { submissionId_userId: { submissionId, userId: user.id } },
      create: { submissionId, userId: user.id, reason, at },
      update: { reason, at },
    })
    await tx.claim.deleteMany({ where: { submissionId, userId: user.id } })
    const { caseId } = submission
    await recordAuditEvent(tx, actor, { type: 'submission.skipped', caseId, submissionId, data: { reason } })
    await notifyChange(tx, { type: 'submission', submissionId })
    return { ok: true }
  })
}
