import type { Picture, Plane } from '#lib/domain/artifacts'
import { boundingBox, type OutlinePoint } from '#lib/domain/region'
import { beatSide, colourBeats } from './colour-beats.ts'
import { type CropPlace, powerSpectra } from './power-spectrum.ts'
import { type PeakOptions, type SpectralPeak, spectralPeaks } from './spectral-peaks.ts'

/** Side of a crop in pixels. */
export const cropSide = 256

export interface Moire {
  /** Contrast of the third-clearest crop's clearest wandering pattern, in natural logarithms; 0 where fewer than three crops have one. */
  contrast: number
  /** Crops with a pattern that wanders, and its contrast there. */
  crops: { place: CropPlace; contrast: number }[]
  /** Side of a crop in pixels. */
  side: number
  /** Crops that share a pattern of the very same frequency: a halftone, a drawing, a scan's raster. */
  raster: number
}

const luma: PeakOptions = { minContrast: 2, minFrequency: 0.1, axis: 4 }
const perCrop = 8

/** Nine crops spread over the picture, fewer where it is small; none where it is smaller than one. */
export function cropsOfPicture({ width, height }: Plane): CropPlace[] {
  if (width < cropSide || height < cropSide) return []
  const spread = (size: number) => [...new Set([0.06, 0.5, 0.94].map((share) => Math.round(share * (size - cropSide))))]
  const columns = spread(width)
  return spread(height).flatMap((y) => columns.map((x) => [x, y] as const))
}

/** Up to nine crops that lie wholly on the document, so that what it lies on has no say; none where it is too small for four. */
export function cropsOfDocument({ width, height }: Plane, outline: readonly OutlinePoint[]): CropPlace[] {
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
  const spectra = powerSpectra(plane, places, cropSide)
  return moireOf(
    places,
    spectra.map((spectrum) => spectralPeaks(spectrum, luma).slice(0, perCrop)),
    cropSide,
    0.0045,
  )
}

/** Beats between colours, wherever the picture is bright and plain. About 50 ms. */
export function colourMoire(picture: Picture): Moire {
  const places = beatPlaces(picture)
  return moireOf(
    places,
    places.map((place) => colourBeats(picture, place)),
    beatSide,
    0.006,
  )
}

/** Of up to 48 squares side by side the 24 that are brightest and plainest: there beats show best, in screens as in print. */
function beatPlaces(picture: Picture): CropPlace[] {
  const { width, height } = picture
  const spread = (size: number, most: number) => {
    const count = Math.min(most, Math.floor(size / beatSide))
    return Array.from({ length: count }, (_, n) => Math.round(((n + 0.5) / count) * size - beatSide / 2))
  }
  const columns = spread(width, width >= height ? 8 : 6)
  return spread(height, width >= height ? 6 : 8)
    .flatMap((y) => columns.map((x) => [x, y] as const))
    .map((place) => ({ place, plainness: plainnessOf(picture, place) }))
    .sort((a, b) => b.plainness - a.plainness)
    .slice(0, 24)
    .map(({ place }) => place)
}

/** Mean level less twice its standard deviation, of every fourth pixel each way. */
function plainnessOf({ data, width }: Picture, [left, top]: CropPlace): number {
  let [sum, squares, count] = [0, 0, 0]
  for (let y = top; y < top + beatSide; y += 4) {
    for (let x = left; x < left + beatSide; x += 4, count++) {
      const at = 3 * (y * width + x)
      const level = (data[at]! + 2 * data[at + 1]! + data[at + 2]!) / 4
      sum += level
      squares += level * level
    }
  }
  const mean = sum / count
  return mean - 2 * Math.sqrt(Math.max(0, squares / count - mean * mean))
}

/** @param still Cycles a pixel within which two frequencies are the same. */
function moireOf(places: readonly CropPlace[], peaks: readonly SpectralPeak[][], side: number, still: number): Moire {
  const crops = peaks.map((own, crop) => ({
    place: places[crop]!,
    contrast: Math.max(
      0,
      ...own.filter((peak) => !standsStill(peak, crop, peaks, still)).map(({ contrast }) => contrast),
    ),
  }))
  const raster = peaks.filter((own, crop) =>
    own.some((peak) => peak.contrast > 3.5 && standsStill(peak, crop, peaks, still)),
  )
  const clearest = crops.filter(({ contrast }) => contrast > 0).sort((a, b) => b.contrast - a.contrast)
  return { contrast: clearest[2]?.contrast ?? 0, crops: clearest, side, raster: raster.length }
}

/**
 * True where three in ten of the other crops have the very same frequency. Seen by a camera nothing stays that still: perspective
 * and lens stretch it, and beats multiply the stretching. Print scanned or drawn does.
 */
function standsStill(peak: SpectralPeak, crop: number, peaks: readonly SpectralPeak[][], still: number): boolean {
  const same = (other: SpectralPeak) =>
    Math.abs(other.across - peak.across) <= still && Math.abs(other.down - peak.down) <= still
  return peaks.filter((others, n) => n !== crop && others.some(same)).length >= Math.max(3, 0.3 * peaks.length)
}
