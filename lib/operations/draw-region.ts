import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { reasonCodeSchema } from '#lib/domain/reasons'
import { pointSchema } from '#lib/domain/region-schema'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

/** More than anybody draws by hand, and few enough to draw smoothly. */
const maxRegions = 50

export const drawRegionInput = z.object({
  captureId: z.uuid(),
  /** A polygon in fractions of the upright picture. */
  points: z.array(pointSchema).min(3).max(64),
  comment: z.string().trim().max(500),
  reason: reasonCodeSchema.nullable(),
})

/** Keeps a place a person drew on a capture, beside what the checks found and apart from it. */
export async function drawRegion(
  actor: Actor,
  { captureId, points, comment, reason }: z.infer<typeof drawRegionInput>,
): Promise<{ ok: true; regionId: string } | Refused<'too_many'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const capture = await tx.capture.findUnique({
      where: { id: captureId },
      select: { submissionId: true, submission: { select: { caseId: true } } },
    })
    if (!capture) throw new AppError('NOT_FOUND')
    const standing = await tx.reviewerRegion.count({ where: { captureId, removedAt: null } })
    if (standing >= maxRegions) return refused('too_many', `This picture already has ${maxRegions} drawn regions.`)
    const { id: regionId } = await tx.reviewerRegion.create({
      data: { captureId, points, comment: comment || null, reason, drawnById: user.id },
    })
    const { submissionId } = capture
    await recordAuditEvent(tx, actor, {
      type: 'region.drawn',
      caseId: capture.submission.caseId,
      submissionId,
      data: { captureId, regionId, reason },
    })
    await notifyChange(tx, { type: 'submission', submissionId })
    return { ok: true, regionId }
  })
}
