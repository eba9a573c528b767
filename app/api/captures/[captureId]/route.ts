import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { pictureResponse } from '#app/_server/picture-response'
import { requireActor } from '#app/_server/session'
import { AppError } from '#lib/errors'
import { viewCapture } from '#lib/operations/view-capture'

/** A capture as shown, `?size=thumb` for lists. */
export const GET = defineRoute<{ captureId: string }>(async (request, { captureId }) => {
  const actor = await requireActor()
  if (!z.uuid().safeParse(captureId).success) throw new AppError('NOT_FOUND')
  const variant = new URL(request.url).searchParams.get('size') === 'thumb' ? 'thumb' : 'view'
  return pictureResponse(await viewCapture(actor, captureId, variant))
})
