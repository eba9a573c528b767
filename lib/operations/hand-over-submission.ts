import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notHeldByOthers } from '#lib/claims'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { rolesWith } from '#lib/domain/permissions'
import { openStatuses } from '#lib/domain/submission'
import { type Refused, refused } from '#lib/errors'
import { mayReview } from '#lib/standing-reviews'
import { recordAuditEvent } from './record-audit-event.ts'

export const handOverSubmissionInput = z.object({
  submissionId: z.uuid(),
  toUserId: z.uuid({ error: 'Choose a colleague.' }),
  note: z.string().trim().min(1, { error: 'Say what your colleague should know.' }).max(2000),
})

/** Gives a submission to a colleague with a note: it is the first they are handed next, and nobody else is. */
export async function handOverSubmission(
  actor: Actor,
  { submissionId, toUserId, note }: z.infer<typeof handOverSubmissionInput>,
): Promise<{ ok: true; to: string } | Refused<'no_reviewer' | 'not_yours'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const to = await tx.user.findFirst({
      where: { id: toUserId, role: { in: rolesWith('submission:review') }, disabledAt: null },
    })
    if (!to || to.id === user.id) return refused('no_reviewer', 'Choose a colleague who reviews.')
    if (!(await mayReview(tx, submissionId, to.id)))
      return refused('no_reviewer', `${to.name} has reviewed this submission: the next word is somebody else’s.`)
    const now = await databaseNow(tx)
    const [given] = await tx.submission.updateManyAndReturn({
      where: {
        id: submissionId,
        status: { in: [...openStatuses] },
        ...notHeldByOthers(user.id, now),
      },
      data: { assignedToId: to.id, snoozedUntil: null },
      select: { caseId: true },
    })
    if (!given) return refused('not_yours', 'Somebody else holds this submission, or it has been decided.')
    await tx.handover.create({ data: { submissionId, fromId: user.id, toId: to.id, note, at: now } })
    await tx.skip.deleteMany({ where: { submissionId, userId: to.id } })
    await tx.claim.deleteMany({ where: { submissionId, userId: user.id } })
    const { caseId } = given
    await recordAuditEvent(tx, actor, {
      type: 'submission.handed_over',
      caseId,
      submissionId,
      data: { userId: to.id },
    })
    await notifyChange(tx, { type: 'submission', submissionId })
    return { ok: true, to: to.name }
  })
}
