/**
 * How many of a selection a reviewer opens before deciding it as one: a tenth, and never fewer than three (docs/decisions/024).
 * A page holds fifty, so no more than five are asked for.
 */
export function sampleSize(selected: number): number {
  return Math.min(selected, Math.max(3, Math.ceil(selected / 10)))
}
