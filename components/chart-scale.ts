import { formatCount, formatDuration, formatShare } from '#lib/domain/format'

/** What the numbers of a chart are: things counted, shares of 0..1, seconds, or coefficients up to 1. */
export type ChartUnit = 'count' | 'share' | 'seconds' | 'coefficient'

/** A chart's number in words. */
export function formatChartValue(value: number, unit: ChartUnit): string {
  if (unit === 'share') return formatShare(value)
  if (unit === 'coefficient') return value.toFixed(2)
  return unit === 'seconds' ? formatDuration(value) : formatCount(value)
}

/** Round gridlines from 0 to just above `max`: three to six of them, in steps of 1, 2 or 5 times a power of ten. */
export function gridLines(max: number, unit: ChartUnit): number[] {
  const smallest = unit === 'count' ? 1 : 0
  const rough = Math.max(max / 4, smallest || Number.MIN_VALUE)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? power
  const count = Math.max(1, Math.ceil(max / step))
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** Indexes of at most `most` labels spread evenly over `length`, the first always among them. */
export function labelIndexes(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(length / most))
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step)
}
