import type { Picture } from '#lib/domain/artifacts'
import { transformSquare } from './fft.ts'
import { type CropPlace, hann } from './power-spectrum.ts'
import { type SpectralPeak, spectralPeaks } from './spectral-peaks.ts'

/** Side of a crop in pixels. */
export const beatSide = 128
/** Of the upper half of a spectrum. */
const cells = (beatSide / 2 + 1) * beatSide

/** Power of a wave of 0.4 levels between two colours, seen through the window. */
const leastPower = (0.4 * beatSide * beatSide * 0.25) ** 2
/** Least power of the colours' difference over that of their sum: 65° out of step. */
const minApart = 0.4
/** Least power of the weaker colour over the stronger's. */
const minShare = 0.05
const options = { minContrast: 1.5, minFrequency: 0.02, axis: 0 }
const perPair = 8

/** A colour, or several added up, as multiples of red less green, of blue less green, and of green. */
type Mixture = readonly [red: number, blue: number, green: number]
const [red, green, blue]: [Mixture, Mixture, Mixture] = [
  [1, 0, 1],
  [0, 0, 1],
  [0, 1, 1],
]
const pairs = [
  [red, green],
  [blue, green],
  [red, blue],
] as const

interface Spectrum {
  re: Float64Array
  im: Float64Array
}

/**
 * Isolated points in the spectrum of a crop where two colours beat out of step: one grows where the other fades. A screen's red,
 * green and blue lie side by side and take turns. Ink only takes light away, so print, cloth and engraving fade in all colours
 * together; where an ink shows in one colour alone, the other does not beat at all. Clearest first. About 2 ms.
 */
export function colourBeats(picture: Picture, place: CropPlace): SpectralPeak[] {
  const differences = differencesFromGreen(picture, place)
  const found = pairs.map(([one, other]) => spectralPeaks(powerOf(differences, less(one, other)), options))
  // Most crops of anything but a screen end here.
  if (found.every((peaks) => peaks.length === 0)) return []
  const spectra = [...differences, greenOf(picture, place)]
  return pairs
    .flatMap(([one, other], pair) =>
      found[pair]!.filter((peak) => isOutOfStep(spectra, peak, one, other)).slice(0, perPair),
    )
    .sort((a, b) => b.contrast - a.contrast)
}

function isOutOfStep(
  spectra: readonly Spectrum[],
  { across, down }: SpectralPeak,
  one: Mixture,
  other: Mixture,
): boolean {
  const power = (mixture: Mixture) =>
    powerAround(spectra, Math.round(across * beatSide), Math.round(down * beatSide), mixture)
  const apart = power(less(one, other))
  const [first, second] = [power(one), power(other)]
  if (apart < leastPower || Math.min(first, second) < minShare * Math.max(first, second)) return false
  return apart > minApart * power([one[0] + other[0], one[1] + other[1], one[2] + other[2]])
}

function less(one: Mixture, other: Mixture): Mixture {
  return [one[0] - other[0], one[1] - other[1], one[2] - other[2]]
}

/** Spectra of red less green and of blue less green, which share a transform as its real and its imaginary part. */
function differencesFromGreen(picture: Picture, place: CropPlace): [Spectrum, Spectrum] {
  const re = windowed(picture, place, (data, at) => data[at]! - data[at + 1]!)
  const im = windowed(picture, place, (data, at) => data[at + 2]! - data[at + 1]!)
  transformSquare(re, im, beatSide)
  const empty = (): Spectrum => ({ re: new Float64Array(cells), im: new Float64Array(cells) })
  const [first, second] = [empty(), empty()]
  for (let here = 0; here < cells; here++) {
    const [v, u] = [Math.floor(here / beatSide), here % beatSide]
    const there = (-v & (beatSide - 1)) * beatSide + (-u & (beatSide - 1))
    first.re[here] = (re[here]! + re[there]!) / 2
    first.im[here] = (im[here]! - im[there]!) / 2
    second.re[here] = (im[here]! + im[there]!) / 2
    second.im[here] = (re[there]! - re[here]!) / 2
  }
  return [first, second]
}

function greenOf(picture: Picture, place: CropPlace): Spectrum {
  const re = windowed(picture, place, (data, at) => data[at + 1]!)
  const im = new Float64Array(re.length)
  transformSquare(re, im, beatSide)
  return { re, im }
}

function windowed(
  { data, width }: Picture,
  [left, top]: CropPlace,
  valueAt: (data: Uint8Array, at: number) => number,
): Float64Array {
  const window = hann(beatSide)
  const crop = new Float64Array(beatSide * beatSide)
  let sum = 0
  for (let y = 0, i = 0; y < beatSide; y++) {
    for (let x = 0, at = 3 * ((top + y) * width + left); x < beatSide; x++, i++, at += 3) {
      crop[i] = valueAt(data, at)
      sum += crop[i]!
    }
  }
  const mean = sum / crop.length
  for (let y = 0, i = 0; y < beatSide; y++) {
    for (let x = 0; x < beatSide; x++, i++) crop[i] = (crop[i]! - mean) * window[x]! * window[y]!
  }
  return crop
}

/** Upper half of the power spectrum of a mixture without green. */
function powerOf([first, second]: readonly [Spectrum, Spectrum], [red, blue]: Mixture) {
  const power = new Float32Array(cells)
  for (let i = 0; i < power.length; i++) {
    power[i] = (red * first.re[i]! + blue * second.re[i]!) ** 2 + (red * first.im[i]! + blue * second.im[i]!) ** 2
  }
  return { side: beatSide, power }
}

/** Mean power of a mixture over 3 × 3 cells; above the first row the spectrum goes on turned by half. */
function powerAround(spectra: readonly Spectrum[], u: number, v: number, mixture: Mixture): number {
  let sum = 0
  for (let dv = -1; dv <= 1; dv++) {
    for (let du = -1; du <= 1; du++) {
      const [column, row] = v + dv < 0 ? [-(u + du), -(v + dv)] : [u + du, v + dv]
      const at = row * beatSide + (column & (beatSide - 1))
      const mixed = (part: 're' | 'im') =>
        spectra.reduce((total, spectrum, n) => total + mixture[n]! * spectrum[part][at]!, 0)
      sum += mixed('re') ** 2 + mixed('im') ** 2
    }
  }
  return sum / 9
}
