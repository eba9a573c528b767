import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { pictureResponse } from '#app/_server/picture-response'
import { AppError } from '#lib/errors'
import { viewCapture } from '#lib/operations/view-capture'
import { customerOf } from '#lib/queries/resubmission-page'

/** The customer's own picture, through their link. */
export const GET = defineRoute<{ token: string; captureId: string }>(async (_request, { token, captureId }) => {
  const customer = await customerOf(token)
  if (!customer || !z.uuid().safeParse(captureId).success) throw new AppError('NOT_FOUND')
  return pictureResponse(await viewCapture(customer, captureId, 'view'))
})
