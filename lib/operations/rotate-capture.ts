import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const rotateCaptureInput = z.object({
  captureId: z.uuid(),
  /** Degrees clockwise, all told and not on top of what was kept before. */
  rotation: z.int().min(0).max(359),
})

/**
 * Keeps how a capture is turned, for whoever looks at it next. The picture stays as it was sent, and what others have open
 * stays as they have it, so no screen is told.
 */
export async function rotateCapture(
  actor: Actor,
  { captureId, rotation }: z.infer<typeof rotateCaptureInput>,
): Promise<{ ok: true }> {
  authorise(actor, 'capture:view')
  await withTransaction(async (tx) => {
    const capture = await tx.capture.findUnique({
      where: { id: captureId },
      select: { submissionId: true, submission: { select: { caseId: true } } },
    })
    if (!capture) throw new AppError('NOT_FOUND')
    const { count } = await tx.capture.updateMany({
      where: { id: captureId, rotation: { not: rotation } },
      data: { rotation },
    })
    if (count === 0) return
    await recordAuditEvent(tx, actor, {
      type: 'capture.rotated',
      caseId: capture.submission.caseId,
      submissionId: capture.submissionId,
      data: { captureId, rotation },
    })
  })
  return { ok: true }
}
