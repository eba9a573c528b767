import type { DetailTiles } from './detail-tiles.ts'
import { nthSmallest } from './nth-smallest.ts'

/** What a veil of stray light leaves of a picture's blacks. */
export interface Veil {
  /** Darkest over white, 0..1: 0 where black is black. The least that picture, subject and print agree on. */
  share: number
  /** Share of the subject's tiles that have edges; without print nothing has to be black. */
  edgeShare: number
}

const fewestLevels = 24

/**
 * Estimates the light that a smudged lens or a lamp into it lays over everything (the dark-channel idea of He et al. 2009, on
 * luma): it lifts the blacks of picture and subject and takes the same share of contrast from the sharpest print. The least of
 * the three counts, so that a pale page or a scene without shadow alone is no veil. `inside` masks the subject's tiles.
 */
export function veilOf({ full: { low, high } }: DetailTiles, inside: Uint8Array): Veil {
  const lows = new Float32Array(inside.length)
  const highs = new Float32Array(inside.length)
  const contrasts = new Float32Array(inside.length)
  let [count, edges] = [0, 0]
  for (let i = 0; i < inside.length; i++) {
    if (!inside[i]) continue
    const dark = low[i]!
    const light = high[i]!
    lows[count] = dark
    highs[count] = light
    contrasts[count++] = (light - dark) / (light + dark + 1)
    if (light - dark > fewestLevels) edges++
  }
  const scene = percentile(Float32Array.from(low), 0.01) / Math.max(1, percentile(Float32Array.from(high), 0.95))
  const subject = percentile(lows.subarray(0, count), 0.01) / Math.max(1, percentile(highs.subarray(0, count), 0.95))
  const contrast = percentile(contrasts.subarray(0, count), 0.98)
  const print = (1 - contrast) / (1 + contrast)
  return { share: Math.min(scene, subject, print), edgeShare: edges / Math.max(1, count) }
}

/** Reorders the values. */
function percentile(values: Float32Array, fraction: number): number {
  if (values.length === 0) return 0
  return nthSmallest(values, Math.min(values.length - 1, Math.floor(fraction * values.length)))
}
