import type { Picture, Plane } from '#lib/domain/artifacts'
import { boundingBox, type OutlinePoint } from '#lib/domain/region'
import { type CropPlace, powerSpectra } from './power-spectrum.ts'
import { type PeakOptions, type SpectralPeak, spectralPeaks } from './spectral-peaks.ts'

/** Side of a crop in pixels. */
export const cropSide = 256

export interface Moire {
  /** Contrast of the third-clearest crop's clearest wandering pattern, in natural logarithms; 0 where fewer than three crops have one. */
  contrast: number
  /** Crops with a pattern that wanders, and its contrast there. */
  crops: { place: CropPlace; contrast: number }[]
  /** Crops that share a pattern of the very same frequency: a halftone, a drawing, a scan's raster. */
  raster: number
}

const luma: PeakOptions = { minContrast: 2, minFrequency: 0.1 }
const colour: PeakOptions = { minContrast: 2, minFrequency: 0.03 }
const perCrop = 8

/** Nine crops spread over the picture, fewer where it is small; none where it is smaller than one. */
export function cropsOfPicture({ width, height }: Plane | Picture): CropPlace[] {
  if (width < cropSide || height < cropSide) return []
  const spread = (size: number) => [...new Set([0.06, 0.5, 0.94].map((share) => Math.round(share * (size - cropSide))))]
  const columns = spread(width)
  return spread(height).flatMap((y) => columns.map((x) => [x, y] as const))
}

/** Up to nine crops that lie wholly on the document, so that what it lies on has no say; none where it is too small for four. */
export function cropsOfDocument({ width, height }: Plane | Picture, outline: readonly OutlinePoint[]): CropPlace[] {
  const [left, top, right, bottom] = boundingBox(outline)
  const inside = (x: number, y: number) => contains(outline, x / width, y / height)
  const shares = [0, 0.25, 0.5, 0.75, 1]
  const at = (from: number, to: number, size: number, share: number) =>
    Math.round(from * size + share * ((to - from) * size - cropSide))
  const places = shares
    .flatMap((down) => shares.map((across) => [at(left, right, width, across), at(top, bottom, height, down)] as const))
    .filter(([x, y]) => x >= 0 && y >= 0 && x + cropSide <= width && y + cropSide <= height)
    .filter(
      ([x, y]) =>
        inside(x, y) && inside(x + cropSide, y) && inside(x, y + cropSide) && inside(x + cropSide, y + cropSide),
    )
  // Evenly over what is left, since neighbours overlap.
  const few =
    places.length <= 9
      ? places
      : Array.from({ length: 9 }, (_, n) => places[Math.round((n * (places.length - 1)) / 8)]!)
  const apart = few.filter(
    ([x, y], n) => !few.slice(0, n).some(([px, py]) => Math.hypot(x - px, y - py) < cropSide / 2),
  )
  return apart.length >= 4 ? apart : []
}

/** Even-odd rule, in the unit of the points. */
function contains(points: readonly OutlinePoint[], x: number, y: number): boolean {
  let within = false
  points.forEach(([x1, y1], i) => {
    const [x2, y2] = points[(i + 1) % points.length]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within
  })
  return within
}

/** Beats between a screen's pixels and the camera's, in the original's luma. About 40 ms. */
export function lumaMoire(plane: Plane, places: readonly CropPlace[]): Moire {
  return moireOf(plane, places, luma)
}

/** The same in red against blue, where a screen's coloured stripes beat and print, weave and engraving do not. About 40 ms. */
export function colourMoire({ data, width, height }: Picture, places: readonly CropPlace[]): Moire {
  const difference = new Uint8Array(width * height)
  for (let i = 0, p = 0; i < difference.length; i++, p += 3) difference[i] = 128 + ((data[p]! - data[p + 2]!) >> 1)
  return moireOf({ data: difference, width, height }, places, colour)
}

function moireOf(plane: Plane, places: readonly CropPlace[], options: PeakOptions): Moire {
  const peaks = powerSpectra(plane, places, cropSide).map((spectrum) =>
    spectralPeaks(spectrum, options).slice(0, perCrop),
  )
  const crops = peaks.map((own, crop) => ({
    place: places[crop]!,
    contrast: Math.max(0, ...own.filter((peak) => !standsStill(peak, crop, peaks)).map(({ contrast }) => contrast)),
  }))
  const raster = peaks.filter((own, crop) => own.some((peak) => peak.contrast > 3.5 && standsStill(peak, crop, peaks)))
  const clearest = crops.filter(({ contrast }) => contrast > 0).sort((a, b) => b.contrast - a.contrast)
  return { contrast: clearest[2]?.contrast ?? 0, crops: clearest, raster: raster.length }
}

/**
 * True where three other crops have the very same frequency. Seen by a camera nothing stays that still: perspective and lens
 * stretch it, and beats multiply the stretching. Print scanned or drawn does.
 */
function standsStill(peak: SpectralPeak, crop: number, peaks: readonly SpectralPeak[][]): boolean {
  const same = (other: SpectralPeak) =>
    Math.abs(other.across - peak.across) <= 0.0045 && Math.abs(other.down - peak.down) <= 0.0045
  return peaks.filter((others, n) => n !== crop && others.some(same)).length >= 3
}
