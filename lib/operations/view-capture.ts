import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { objectStore } from '#lib/storage/object-store'
import { recordAuditEvent } from './record-audit-event.ts'

/**
 * The bytes of a capture as shown: our own JPEG, never the original. Looking at one is a write, since each look goes into the
 * audit log; thumbnails, too small to read, are not logged. A customer sees the captures of the attempt their link is for.
 */
export async function viewCapture(actor: Actor, captureId: string, variant: 'view' | 'thumb'): Promise<Buffer> {
  if (actor.kind !== 'customer') authorise(actor, 'capture:view')
  const capture = await db().capture.findUnique({
    where: { id: captureId },
    include: { submission: { select: { caseId: true } } },
  })
  if (!capture || (actor.kind === 'customer' && capture.submissionId !== actor.submissionId)) {
    throw new AppError('NOT_FOUND')
  }
  const bytes = await objectStore().get(variant === 'view' ? capture.viewKey : capture.thumbKey)
  if (!bytes) throw new AppError('NOT_FOUND')
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
