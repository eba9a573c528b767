import type { Plane } from '#lib/domain/artifacts'
import { transformLine } from './fft.ts'

export interface ResamplingTrace {
  /** How far the clearest shared period stands out of its surroundings, in both directions at once; 1 is not at all. */
  strength: number
  /** Its frequency in cycles a pixel, up to 0.5. */
  frequency: number
}

const length = 512
const maxLines = 240
/** Larger steps are edges of the motif. */
const ceiling = 24

/**
 * Enlarging makes pixels up between those there were, and those are smoother: the mean second derivative goes up and down with
 * the enlargement's period, alike across and down. Periods of JPEG's blocks are left out, unless they are twice or four times
 * as clear at a half or a quarter as at the other eighths. Source: Gallagher 2005, Detection of linear and cubic interpolation in
 * JPEG compressed images. About 10 ms.
 */
export function resamplingTrace(plane: Plane): ResamplingTrace {
  const { width, height } = plane
  if (width < length + 4 || height < length + 4) return { strength: 1, frequency: 0 }
  const across = spectrumAlong(plane, width, height, 1, width)
  const down = spectrumAlong(plane, height, width, width, 1)
  let [strength, frequency] = [1, 0]
  for (let k = 20; k <= length / 2; k++) {
    const shared = Math.min(standsOut(across, k), standsOut(down, k))
    if (shared > strength && !isBlock(across, k) && !isBlock(down, k)) [strength, frequency] = [shared, k / length]
  }
  return { strength, frequency }
}

/** Amplitudes of the mean second derivative along lines, over stretches of 512 pixels. */
function spectrumAlong({ data }: Plane, size: number, lines: number, step: number, lineStep: number): Float64Array {
  const sums = new Float64Array(length / 2 + 1)
  const every = Math.max(1, Math.floor(lines / maxLines))
  const stretches = Math.min(3, Math.floor((size - 2) / length))
  for (let stretch = 0; stretch < stretches; stretch++) {
    const start = 1 + Math.round(((size - 2 - length) * (stretch + 0.5)) / stretches)
    const profile = new Float64Array(length)
    for (let line = 1; line < lines; line += every) {
      let at = line * lineStep + start * step
      for (let i = 0; i < length; i++, at += step) {
        const bend = Math.abs(2 * data[at]! - data[at - step]! - data[at + step]!)
        profile[i]! += Math.min(bend, ceiling)
      }
    }
    addAmplitudes(profile, sums)
  }
  return sums
}

function addAmplitudes(profile: Float64Array, sums: Float64Array): void {
  const mean = profile.reduce((sum, value) => sum + value, 0) / length
  const re = profile.map((value, i) => (value - mean) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length)))
  const im = new Float64Array(length)
  transformLine(re, im, 0, 1, length)
  for (let k = 0; k <= length / 2; k++) sums[k]! += Math.hypot(re[k]!, im[k]!) / (mean + 1e-9)
}

/** The cell against the mean of those 4 to 14 cells away. */
function standsOut(spectrum: Float64Array, k: number): number {
  let [sum, count] = [0, 0]
  for (let away = 4; away <= 14; away++) {
    for (const other of [k - away, k + away]) {
      if (other < 4 || other >= spectrum.length) continue
      sum += spectrum[other]!
      count++
    }
  }
  return spectrum[k]! / (sum / count + 1e-9)
}

function isBlock(spectrum: Float64Array, k: number): boolean {
  const eighth = length / 8
  const rest = k % eighth
  if (Math.min(rest, eighth - rest) > 2) return false
  const order = Math.round(k / eighth)
  const others = [1, 3].map((odd) => peakNear(spectrum, odd * eighth))
  return !(order === 4 || order === 2) || peakNear(spectrum, k) < 3 * Math.max(...others)
}

function peakNear(spectrum: Float64Array, k: number): number {
  return Math.max(...[k - 1, k, k + 1].map((at) => spectrum[at] ?? 0))
}
