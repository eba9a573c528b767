import { authorise } from '#lib/authorise'
import { seal, sealKey } from '#lib/credentials/picture-seal'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { derivativeKey, objectStore } from '#lib/storage/object-store'

/**
 * A capture as large as a stage, sealed: fetched ahead by a browser that may not show it yet, and opened with the key that
 * `openSealedCapture` hands out. It shows nothing, so it is no look and no event (docs/decisions/031).
 */
export async function sealCapture(actor: Actor, captureId: string): Promise<Buffer> {
  const user = authorise(actor, 'capture:view')
  const capture = await db().capture.findUnique({ where: { id: captureId } })
  const bytes =
    capture &&
    ((await objectStore().get(derivativeKey(capture.sha256, 'fit'))) ?? (await objectStore().get(capture.viewKey)))
  if (!bytes) throw new AppError('NOT_FOUND')
  return seal(sealKey(user.sessionId, captureId), bytes)
}
