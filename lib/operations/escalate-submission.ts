import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notHeldByOthers } from '#lib/claims'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { openStatuses } from '#lib/domain/submission'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const escalateSubmissionInput = z.object({
  submissionId: z.uuid(),
  note: z.string().trim().min(1, { error: 'Say what the second line should look at.' }).max(2000),
})

/** Sends a submission to the second line with a note: "next" hands it to nobody else from now on. */
export async function escalateSubmission(
  actor: Actor,
  { submissionId, note }: z.infer<typeof escalateSubmissionInput>,
): Promise<{ ok: true } | Refused<'not_escalatable'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const now = await databaseNow(tx)
    const [escalated] = await tx.submission.updateManyAndReturn({
      where: {
        id: submissionId,
        status: { in: [...openStatuses] },
        escalatedAt: null,
        ...notHeldByOthers(user.id, now),
      },
      data: { escalatedAt: now, assignedToId: null, snoozedUntil: null },
      select: { caseId: true },
    })
    if (!escalated)
      return refused('not_escalatable', 'It is with the second line already, decided, or held by somebody else.')
    await tx.handover.create({ data: { submissionId, fromId: user.id, note, at: now } })
    await tx.claim.deleteMany({ where: { submissionId, userId: user.id } })
    await recordAuditEvent(tx, actor, { type: 'submission.escalated', caseId: escalated.caseId, submissionId })
    await notifyChange(tx, { type: 'submission', submissionId })
    return { ok: true }
  })
}
