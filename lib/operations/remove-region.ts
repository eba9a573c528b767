import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const removeRegionInput = z.object({ regionId: z.uuid() })

/** Takes back a region one drew oneself. The row stays, marked with who and when. */
export async function removeRegion(
  actor: Actor,
  { regionId }: z.infer<typeof removeRegionInput>,
): Promise<{ ok: true } | Refused<'not_yours'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const { count } = await tx.reviewerRegion.updateMany({
      where: { id: regionId, drawnById: user.id, removedAt: null },
      data: { removedById: user.id, removedAt: await databaseNow(tx) },
    })
    if (count === 0) return refused('not_yours', 'Only who drew a region can take it back, and only once.')
    const { captureId, capture } = await tx.reviewerRegion.findUniqueOrThrow({
      where: { id: regionId },
      select: {
        captureId: true,
        capture: { select: { submissionId: true, submission: { select: { caseId: true } } } },
      },
    })
    const { submissionId } = capture
    await recordAuditEvent(tx, actor, {
      type: 'region.removed',
      caseId: capture.submission.caseId,
      submissionId,
      data: { captureId, regionId },
    })
    await notifyChange(tx, { type: 'submission', submissionId })
    return { ok: true }
  })
}
