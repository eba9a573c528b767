import type { Picture } from '#lib/domain/artifacts'

export interface ChromaSpread {
  /** 98th percentile of the distance of a pixel's colour from what is usual at its brightness, in levels of Cb, Cr. */
  spread: number
  /** 95th percentile of plain chroma, in the same unit: high for a tinted copy, too. */
  chroma: number
}

const brightnessBands = 16

/**
 * How colourful a picture is beyond one tint: in a black-and-white or sepia picture the colour follows from the
 * brightness, so what is left after taking the usual colour of each brightness away is next to nothing. Measured on
 * 4 × 4 block means at 1600 px, which JPEG's colour noise hardly reaches, inside `mask` (same size) where given.
 */
export function chromaSpread({ data, width, height }: Picture, mask?: Uint8Array): ChromaSpread {
  const cb: number[] = []
  const cr: number[] = []
  const band: number[] = []
  for (let i = 0; i < width * height; i++) {
    if (mask && !mask[i]) continue
    const [r, g, b] = [data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!]
    const y = 0.299 * r + 0.587 * g + 0.114 * b
    cb.push(0.564 * (b - y))
    cr.push(0.713 * (r - y))
    band.push(Math.min(brightnessBands - 1, (y * brightnessBands) >> 8))
  }
  const usualCb = bandMedians(cb, band)
  const usualCr = bandMedians(cr, band)
  return {
    spread: percentile(
      cb.map((value, i) => Math.hypot(value - usualCb[band[i]!]!, cr[i]! - usualCr[band[i]!]!)),
      0.98,
    ),
    chroma: percentile(
      cb.map((value, i) => Math.hypot(value, cr[i]!)),
      0.95,
    ),
  }
}

function bandMedians(values: readonly number[], band: readonly number[]): number[] {
  const groups = Array.from({ length: brightnessBands }, () => [] as number[])
  values.forEach((value, i) => {
    groups[band[i]!]!.push(value)
  })
  return groups.map((group) => percentile(group, 0.5))
}

function percentile(values: readonly number[], fraction: number): number {
  if (values.length === 0) return 0
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!
}
