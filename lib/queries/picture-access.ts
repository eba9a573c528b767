import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { type PictureRight, pictureRight } from '#lib/picture-rule'

/** By what right this reviewer may see the pictures of a submission as things stand; null where they are veiled. */
export async function pictureAccess(actor: Actor, submissionId: string): Promise<PictureRight | null> {
  return pictureRight(db(), authorise(actor, 'capture:view'), submissionId)
}
