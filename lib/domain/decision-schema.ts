import { z } from 'zod'
import { captureKindSchema } from './capture-schema.ts'
import { reasonCodeSchema } from './reasons.ts'
import { regionSchema } from './region-schema.ts'

/**
 * A reason on one capture, or on the whole submission where `capture` is null. `region` is the place the customer is shown,
 * where a reviewer picked one; without it they are shown what the checks found.
 */
export const chosenReasonSchema = z.object({
  code: reasonCodeSchema,
  capture: captureKindSchema.nullable(),
  region: regionSchema.shape.points.optional(),
})
