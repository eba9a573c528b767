import type { Policy } from '#lib/domain/policy'
import type { ReasonCode } from '#lib/domain/reasons'
import type { CheckDefinition } from './check.ts'
import { colour } from './colour.ts'
import { cropping } from './cropping.ts'
import { exposure } from './exposure.ts'
import { glare } from './glare.ts'
import { sharpness } from './sharpness.ts'

/** The checks that pixels alone answer; in the order to tell a customer about. */
export const live = [cropping, exposure, sharpness, glare, colour] as unknown as readonly CheckDefinition[]

/** Every reason a live check may suggest. */
export const liveReasons: readonly ReasonCode[] = live.flatMap(({ suggests }) => suggests)

/** What live checks need to know of a policy: which of them are switched off, and their limits where they were changed. */
export type LivePolicy = Pick<Policy, 'checks'>

/** A policy as a browser may have it: of what it says of the live checks everything, and nothing else. */
export function livePolicy({ checks }: LivePolicy): LivePolicy {
  return { checks: Object.fromEntries(live.flatMap(({ id }) => (checks[id] ? [[id, checks[id]]] : []))) }
}
