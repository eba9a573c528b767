import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { pictureResponse } from '#app/_server/picture-response'
import { requireActor } from '#app/_server/session'
import { AppError } from '#lib/errors'
import { viewCapture } from '#lib/operations/view-capture'

const sizeSchema = z.enum(['thumb', 'veil', 'fit', 'view']).catch('view')

/** A capture as shown; `?size=fit` as large as a stage, `?size=thumb` for lists, `?size=veil` for what stands in while it may not be seen. */
export const GET = defineRoute<{ captureId: string }>(async (request, { captureId }) => {
  const actor = await requireActor()
  if (!z.uuid().safeParse(captureId).success) throw new AppError('NOT_FOUND')
  const size = sizeSchema.parse(new URL(request.url).searchParams.get('size'))
  return pictureResponse(await viewCapture(actor, captureId, size))
})
