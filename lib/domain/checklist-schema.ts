import { z } from 'zod'
import { captureKindSchema } from './capture-schema.ts'
import { checklistAnswerSchema } from './checklist.ts'
import { reasonCodeSchema } from './reasons.ts'

/** One thing only a person can see. Questions are put so that "yes" is good. */
export const checklistItemSchema = z.object({
  id: z.string().regex(/^[a-z_]{1,40}$/),
  title: z.string().min(1).max(60),
  question: z.string().min(1).max(200),
  /** Asked once for the first of these that was sent; left out where none was. */
  captures: z.array(captureKindSchema).min(1),
  /** An approval then takes a "yes". */
  requiredForApproval: z.boolean(),
  /** What a "no" says to the customer. */
  reason: reasonCodeSchema.nullable(),
})

/** A reviewer's answers by the id of the item. */
export const checklistSchema = z
  .array(z.object({ id: z.string().max(40), answer: checklistAnswerSchema }))
  .max(20)
  .refine((answers) => new Set(answers.map(({ id }) => id)).size === answers.length, { error: 'Answered twice' })
