import { type Finding, isFlag } from './finding.ts'

type Measured = Pick<Finding, 'outcome' | 'value' | 'threshold' | 'thresholds' | 'regions'>

/** The value that says why: of the whole picture, or of the worst place where the whole would pass and a place does not. */
export interface TellingValue {
  value: number | null
  of: 'whole' | 'worst_place'
}

/**
 * A page that is blurred in a part only has a whole that is sharp enough: 0.99 against 0.5 explains no failure, the part's 0.21
 * does. Which side of a threshold is the good one, its name tells: `minSharpness`, `maxDistance`.
 */
export function tellingValue({ outcome, value, threshold, thresholds, regions }: Measured): TellingValue {
  const whole = { value, of: 'whole' } as const
  if (!isFlag(outcome) || value === null || threshold === null) return whole
  const name = Object.keys(thresholds).find((one) => /^(min|max)/.test(one) && thresholds[one] === threshold)
  if (!name) return whole
  const sign = name.startsWith('min') ? 1 : -1
  const isGood = (one: number) => sign * one >= sign * threshold
  const bad = regions.flatMap((region) => (region.value !== null && !isGood(region.value) ? [region.value] : []))
  if (!isGood(value) || bad.length === 0) return whole
  return { value: sign * Math.min(...bad.map((one) => sign * one)), of: 'worst_place' }
}
