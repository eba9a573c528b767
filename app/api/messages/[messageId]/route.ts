import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { messageText } from '#lib/queries/message-text'

/** What a customer was told, word for word. */
export const GET = defineRoute<{ messageId: string }>(async (_, { messageId }) =>
  Response.json(await messageText(await requireActor(), z.uuid().parse(messageId))),
)
