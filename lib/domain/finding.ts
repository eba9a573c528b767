import { z } from 'zod'
import { reasonCodeSchema } from './reasons.ts'
import { regionSchema } from './region-schema.ts'

export const findingOutcomes = ['pass', 'fail', 'inconclusive', 'not_applicable', 'error'] as const
export const findingOutcomeSchema = /* @__PURE__ */ z.enum(findingOutcomes)
export type FindingOutcome = z.infer<typeof findingOutcomeSchema>

/** What a check looks at; the headings its findings are listed under, in this order. */
export const checkGroupTitle = {
  file: 'The file',
  picture: 'The picture',
  frame: 'The document in the frame',
  content: 'What it says',
  origin: 'Where it came from',
  person: 'The person',
}
export type CheckGroup = keyof typeof checkGroupTitle
export const checkGroups = Object.keys(checkGroupTitle) as CheckGroup[]

/** JSON of limited depth; checks keep their evidence in it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/**
 * What one check says of one capture. `value` is the native value in `unit`, `threshold` the number it was held against in
 * the same unit (null where there is none), `score` 0–100 where 100 is good (ISO/IEC 29794's pair of native value and score).
 */
export const findingSchema = /* @__PURE__ */ (() =>
  z.object({
    check: z.string(),
    version: z.int().positive(),
    outcome: findingOutcomeSchema,
    score: z.number().min(0).max(100).nullable(),
    value: z.number().nullable(),
    unit: z.string(),
    threshold: z.number().nullable(),
    /** Every threshold the check used, by name, after the policy's overrides. */
    thresholds: z.record(z.string(), z.number()),
    /** One plain sentence for the reviewer. */
    summary: z.string(),
    reasons: z.array(reasonCodeSchema),
    regions: z.array(regionSchema),
    detail: z.record(z.string(), z.json()),
  }))()
export type Finding = z.infer<typeof findingSchema>

/** True where a person has to look: the check failed, could not tell, or broke. */
export function isFlag(outcome: FindingOutcome): boolean {
  return outcome === 'fail' || outcome === 'error'
}
