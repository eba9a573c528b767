import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type TileAddress, tileBox } from '#lib/domain/tile-pyramid'
import { AppError } from '#lib/errors'
import { veilPicture } from '#lib/imaging/veil-picture'
import { pictureRight } from '#lib/picture-rule'
import { derivativeKey, objectStore } from '#lib/storage/object-store'
import { recordAuditEvent } from './record-audit-event.ts'
import { tileBytes } from './view-capture/tile-bytes.ts'

/** The whole picture at one of its sizes, what stands in for it (a dozen blurred pixels), or one tile of its own pixels. */
export type CaptureVariant = 'thumb' | 'veil' | 'fit' | 'view' | TileAddress

/**
 * The bytes of a capture as shown: our own JPEG, never the original. Looking at one is a write, since each look goes into the
 * audit log: once for each time it is opened, however near the viewer then goes. Thumbnails, too small to read, are not logged.
 * A customer sees the captures of the attempt their link is for; staff see what lib/picture-rule.ts opens: of the rest a
 * thumbnail comes veiled, and anything larger throws PICTURE_VEILED.
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
  const isSmall = variant === 'thumb' || variant === 'veil'
  const open = !user || (variant !== 'veil' && (await pictureRight(db(), user, capture.submissionId)) !== null)
  if (!open && !isSmall) throw new AppError('PICTURE_VEILED')
  const bytes = await bytesOf(capture, variant)
  if (!bytes) throw new AppError('NOT_FOUND')
  if (!open) return veilPicture(bytes)
  if (!isSmall) await noteLook(actor, capture, variant)
  return bytes
}

interface StoredCapture {
  id: string
  submissionId: string
  sha256: string
  widthPx: number
  heightPx: number
  viewKey: string
  thumbKey: string
  submission: { caseId: string }
}

async function bytesOf(capture: StoredCapture, variant: CaptureVariant): Promise<Buffer | null> {
  const { sha256, viewKey, thumbKey } = capture
  if (variant === 'thumb' || variant === 'veil') return objectStore().get(thumbKey)
  if (variant === 'view') return objectStore().get(viewKey)
  // Captures that came in before there were pictures of this size have the larger one.
  if (variant === 'fit') return (await objectStore().get(derivativeKey(sha256, 'fit'))) ?? objectStore().get(viewKey)
  return tileBox(capture, variant) ? tileBytes(sha256, variant) : null
}

/** A viewer opens a picture at the size of their stage; what they see of it from nearer belongs to that look. */
async function noteLook(actor: Actor, capture: StoredCapture, variant: CaptureVariant): Promise<void> {
  const { id: captureId, submissionId } = capture
  const { caseId } = capture.submission
  await withTransaction(async (tx) => {
    if (actor.kind === 'user' && variant !== 'fit' && (await isOpened(tx, actor.id, capture))) return
    await recordAuditEvent(tx, actor, { type: 'capture.viewed', caseId, submissionId, data: { captureId } })
  })
}

/** Whether this person opened the capture within the last hour. */
async function isOpened(tx: Tx, userId: string, { id, submission }: StoredCapture): Promise<boolean> {
  const looks = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM audit_events
    WHERE case_id = ${submission.caseId}::uuid AND type = 'capture.viewed' AND actor_id = ${userId}::uuid
      AND data->>'captureId' = ${id} AND at > clock_timestamp() - interval '1 hour'
    ORDER BY id DESC LIMIT 1`
  return looks.length > 0
}
