import { z } from 'zod'

// Apart from lib/domain/region.ts, which goes to the customer's browser with the checks and needs no schema library there.

/** A point in fractions of the upright picture. */
export const pointSchema = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])

/** A region as it may be stored; see `Region`. */
export const regionSchema = z.object({
  points: z.array(pointSchema).min(3).max(200),
  value: z.number().nullable(),
})
