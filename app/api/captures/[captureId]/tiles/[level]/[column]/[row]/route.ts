import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { pictureResponse } from '#app/_server/picture-response'
import { requireActor } from '#app/_server/session'
import { AppError } from '#lib/errors'
import { viewCapture } from '#lib/operations/view-capture'

const place = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
const addressSchema = z.object({ captureId: z.uuid(), level: place, column: place, row: place })

/** One tile of a capture at its own pixels (level 0) or at a half, a quarter… of them. */
export const GET = defineRoute<Record<'captureId' | 'level' | 'column' | 'row', string>>(async (_request, params) => {
  const actor = await requireActor()
  const address = addressSchema.safeParse(params)
  if (!address.success) throw new AppError('NOT_FOUND')
  const { captureId, ...tile } = address.data
  return pictureResponse(await viewCapture(actor, captureId, tile))
})
