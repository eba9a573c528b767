const locale = 'en-GB'
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const threeDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 })

/** A whole number with separators: 12,345. */
export function formatCount(value: number): string {
  return whole.format(value)
}

/** A count with its noun, whose plural ends in s: 1 day, 2,345 days. */
export function formatCounted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** Names in a sentence: a, b and c. */
export function formatList(names: Iterable<string>): string {
  return conjunction.format(names)
}

/** A share of 0..1 as a percentage: 0.1234 becomes 12.3%. */
export function formatShare(share: number): string {
  return percent.format(share)
}

/** Bytes in decimal units, as the policies count them: 2,345,678 becomes 2.35 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${whole.format(bytes)} B`
  if (bytes < 1_000_000) return `${threeDigits.format(bytes / 1000)} KB`
  return `${threeDigits.format(bytes / 1_000_000)} MB`
}

/** Seconds in the two largest units: 45 s, 3 min, 2 h 5 min, 4 d 3 h. Negative spans lose their sign. */
export function formatDuration(seconds: number): string {
  const total = Math.abs(Math.round(seconds))
  if (total < 60) return `${total} s`
  const minutes = Math.floor(total / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return joinUnits(hours, 'h', minutes % 60, 'min')
  return joinUnits(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

function joinUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

/** A measured value in its unit, at most three significant digits: `112 px`, `1.2 MB`, `43%` for the unit `share`. */
export function formatMeasure(value: number, unit: string): string {
  if (unit === 'bytes') return formatBytes(value)
  if (unit === 'share') return formatShare(value)
  const number = Math.abs(value) >= 1000 ? whole.format(value) : threeDigits.format(value)
  return unit ? `${number} ${unit}` : number
}

/** A value held against its threshold, as `41 < 110 px`: which side it fell on, whichever side is the good one. */
export function formatComparison(value: number, threshold: number | null, unit: string): string {
  if (threshold === null) return formatMeasure(value, unit)
  const sign = value < threshold ? '<' : value > threshold ? '>' : '='
  const bare = unit === 'bytes' || unit === 'share' ? unit : ''
  return `${formatMeasure(value, bare)} ${sign} ${formatMeasure(threshold, unit)}`
}

/** How many decimals show that a value lies beyond its limit: 0 for 61 beyond 50, 2 for 50.04, 6 where even that is not enough. */
export function decimalsBeyond(value: number, limit: number): number {
  return [0, 1, 2].find((count) => Number(value.toFixed(count)) > limit) ?? 6
}
