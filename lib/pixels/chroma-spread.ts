import type { Picture } from '#lib/domain/artifacts'
import { nthSmallest } from './nth-smallest.ts'

export interface ChromaSpread {
  /** 98th percentile of the distance of a pixel's colour from what is usual at its brightness, in levels of Cb, Cr. */
  spread: number
  /** 95th percentile of plain chroma, in the same unit: high for a tinted copy, too. */
  chroma: number
}

const bands = 16

/**
 * How colourful a picture is beyond one tint: in a black-and-white or sepia picture the colour follows from the brightness, so
 * what is left after taking the usual colour of each brightness away is next to nothing. Takes a picture of about 400 px,
 * whose block means JPEG's colour noise hardly reaches, and looks inside `mask` (same size) where given.
 */
export function chromaSpread({ data, width, height }: Picture, mask?: Uint8Array): ChromaSpread {
  const cb = new Float32Array(width * height)
  const cr = new Float32Array(width * height)
  const band = new Uint8Array(width * height)
  let count = 0
  for (let i = 0, p = 0; i < width * height; i++, p += 3) {
    if (mask && !mask[i]) continue
    const y = 0.299 * data[p]! + 0.587 * data[p + 1]! + 0.114 * data[p + 2]!
    cb[count] = 0.564 * (data[p + 2]! - y)
    cr[count] = 0.713 * (data[p]! - y)
    band[count++] = (y * bands) >> 8
  }
  const usualCb = bandMedians(cb, band, count)
  const usualCr = bandMedians(cr, band, count)
  const distance = new Float32Array(count)
  const chroma = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    const blue = cb[i]! - usualCb[band[i]!]!
    const red = cr[i]! - usualCr[band[i]!]!
    // Not `Math.hypot`, which takes ten times as long to guard against what colours can't overflow.
    distance[i] = Math.sqrt(blue * blue + red * red)
    chroma[i] = Math.sqrt(cb[i]! * cb[i]! + cr[i]! * cr[i]!)
  }
  return { spread: percentile(distance, 0.98), chroma: percentile(chroma, 0.95) }
}

function bandMedians(values: Float32Array, band: Uint8Array, count: number): number[] {
  // Ends of the bands once they lie one after the other; each is filled from its end to its start.
  const ends = new Uint32Array(bands)
  for (let i = 0; i < count; i++) ends[band[i]!]!++
  for (let at = 1; at < bands; at++) ends[at]! += ends[at - 1]!
  const starts = ends.slice()
  const grouped = new Float32Array(count)
  for (let i = 0; i < count; i++) grouped[--starts[band[i]!]!] = values[i]!
  return Array.from(starts, (start, at) => percentile(grouped.subarray(start, ends[at]), 0.5))
}

/** Reorders the values. */
function percentile(values: Float32Array, fraction: number): number {
  if (values.length === 0) return 0
  return nthSmallest(values, Math.min(values.length - 1, Math.floor(fraction * values.length)))
}
