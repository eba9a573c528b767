import type { Plane } from '#lib/domain/artifacts'
import type { OutlinePoint } from '#lib/domain/region'
import { polygonSpans } from './polygon-mask.ts'

/** Counts of the 256 levels, over the whole plane or where `mask` (row-major, same size) is non-zero. */
export function histogramOf({ data }: Plane, mask?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  if (!mask) for (let i = 0; i < data.length; i++) counts[data[i]!]!++
  else for (let i = 0; i < data.length; i++) if (mask[i]) counts[data[i]!]!++
  return counts
}

/** Counts of the 256 levels in a polygon, given in fractions of the plane. */
export function histogramInside({ data, width, height }: Plane, points: readonly OutlinePoint[]): Uint32Array {
  const counts = new Uint32Array(256)
  for (const [from, to] of polygonSpans(points, width, height)) for (let i = from; i < to; i++) counts[data[i]!]!++
  return counts
}

/** Lowest level with at least `fraction` (0..1) of all counts at or below it; 0 for an empty histogram. */
export function percentileOf(histogram: Uint32Array, fraction: number): number {
  const wanted = fraction * totalOf(histogram)
  let seen = 0
  for (let level = 0; level < 256; level++) {
    seen += histogram[level]!
    if (seen >= wanted && seen > 0) return level
  }
  return 0
}

/** Share (0..1) of the counts on levels from `low` to `high`, both included; 0 for an empty histogram. */
export function shareBetween(histogram: Uint32Array, low: number, high: number): number {
  const total = totalOf(histogram)
  if (total === 0) return 0
  let inside = 0
  for (let level = low; level <= high; level++) inside += histogram[level]!
  return inside / total
}

function totalOf(histogram: Uint32Array): number {
  let total = 0
  for (const count of histogram) total += count
  return total
}
