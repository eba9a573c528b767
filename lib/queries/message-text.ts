import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { linkPlaceholder } from '#lib/domain/message'
import { AppError } from '#lib/errors'

/** What a customer was told, word for word; the link in it stays out. Asked for one by one: a history holds many. */
export async function messageText(actor: Actor, messageId: string): Promise<{ body: string }> {
  authorise(actor, 'submission:review')
  const message = await db().message.findUnique({ where: { id: messageId }, select: { body: true } })
  if (!message) throw new AppError('NOT_FOUND')
  return { body: message.body.replaceAll(linkPlaceholder, '[the customer’s link]') }
}
