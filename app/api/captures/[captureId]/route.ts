import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { pictureResponse } from '#app/_server/picture-response'
import { requireActor } from '#app/_server/session'
import { AppError } from '#lib/errors'
import { viewCapture } from '#lib/operations/view-capture'

const variant = z.enum(['view', 'thumb', 'veil']).catch('view')

/** A capture as shown; `?size=thumb` for lists, `?size=veil` for what stands in while it may not be seen. */
export const GET = defineRoute<{ captureId: string }>(async (request, { captureId }) => {
  const actor = await requireActor()
  if (!z.uuid().safeParse(captureId).success) throw new AppError('NOT_FOUND')
  const size = variant.parse(new URL(request.url).searchParams.get('size') ?? 'view')
  return pictureResponse(await viewCapture(actor, captureId, size))
})
