import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { rolesWith } from '#lib/domain/permissions'
import { openStatuses } from '#lib/domain/submission'
import { type Refused, refused } from '#lib/errors'
import { reviewableBy } from '#lib/standing-reviews'
import { recordAuditEvent } from './record-audit-event.ts'

export const assignSubmissionsInput = z.object({
  submissionIds: z.array(z.uuid()).min(1).max(200),
  /** Null gives them back to everybody. */
  toUserId: z.uuid().nullable(),
})

/**
 * Says whose submissions are: "next" hands them to this reviewer first and to nobody else. Decided ones and those they reviewed
 * already are left out; whoever holds one now may finish it.
 */
export async function assignSubmissions(
  actor: Actor,
  { submissionIds, toUserId }: z.infer<typeof assignSubmissionsInput>,
): Promise<{ ok: true; changed: number } | Refused<'no_reviewer'>> {
  authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const reviewer = { id: toUserId ?? '', role: { in: rolesWith('submission:review') }, disabledAt: null }
    if (toUserId && !(await tx.user.findFirst({ where: reviewer })))
      return refused('no_reviewer', 'Choose a colleague who reviews.')
    const assignable = toUserId ? await reviewableBy(tx, submissionIds, toUserId) : submissionIds
    const changed = await tx.submission.updateManyAndReturn({
      where: { id: { in: assignable }, status: { in: [...openStatuses] } },
      data: { assignedToId: toUserId },
      select: { id: true, caseId: true },
    })
    if (toUserId) await tx.skip.deleteMany({ where: { userId: toUserId, submissionId: { in: submissionIds } } })
    for (const { id: submissionId, caseId } of changed) {
      const data = { userId: toUserId }
      await recordAuditEvent(tx, actor, { type: 'submission.assigned', caseId, submissionId, data })
      await notifyChange(tx, { type: 'submission', submissionId })
    }
    return { ok: true, changed: changed.length }
  })
}
