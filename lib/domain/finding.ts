import { z } from 'zod'
import type { findingSchema } from './finding-schema.ts'

const findingOutcomes = ['pass', 'fail', 'inconclusive', 'not_applicable', 'error'] as const
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

export type Finding = z.infer<typeof findingSchema>

/** True where the check speaks against the capture, or broke: what a person has to look at first. */
export function isFlag(outcome: FindingOutcome): boolean {
  return outcome === 'fail' || outcome === 'error'
}
