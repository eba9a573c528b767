import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { veilPicture } from '#lib/imaging/veil-picture'
import { pictureRight } from '#lib/picture-rule'
import { objectStore } from '#lib/storage/object-store'
import { recordAuditEvent } from './record-audit-event.ts'

/** `veil` is what stands in for a picture: a dozen blurred pixels. */
export type CaptureVariant = 'view' | 'thumb' | 'veil'

/**
 * The bytes of a capture as shown: our own JPEG, never the original. Looking at one is a write, since each look goes into the
 * audit log; thumbnails, too small to read, are not logged. A customer sees the captures of the attempt their link is for;
 * staff see what lib/picture-rule.ts opens: of the rest a thumbnail comes veiled, and a view throws PICTURE_VEILED.
 */
export async function viewCapture(actor: Actor, captureId: string, variant: CaptureVariant): Promise<Buffer> {
  const user = actor.kind === 'customer' ? null : authorise(actor, 'capture:view')
  const capture = await db().capture.findUnique({
    where: { id: captureId },
    include: { submission: { select: { caseId: true } } },
  })
  if (!capture || (actor.kind === 'customer' && capture.submissionId !== actor.submissionId)) {
    throw new AppError('NOT_FOUND')
  }
  const open = !user || (variant !== 'veil' && (await pictureRight(db(), user, capture.submissionId)) !== null)
  if (!open) {
    if (variant === 'view') throw new AppError('PICTURE_VEILED')
    return veilPicture(await stored(capture.thumbKey))
  }
  const bytes = await stored(variant === 'view' ? capture.viewKey : capture.thumbKey)
  if (variant === 'view') {
    await withTransaction((tx) =>
      recordAuditEvent(tx, actor, {
        type: 'capture.viewed',
        caseId: capture.submission.caseId,
        submissionId: capture.submissionId,
        data: { captureId },
      }),
    )
  }
  return bytes
}

async function stored(key: string): Promise<Buffer> {
  const bytes = await objectStore().get(key)
  if (!bytes) throw new AppError('NOT_FOUND')
  return bytes
}
