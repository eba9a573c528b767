import type { Picture } from '#lib/domain/artifacts'
import { boxMean } from './box-mean.ts'

/** How far above the paper round it a cell has to be: as a ratio, and in levels. */
const ratioAbovePaper = 1.6
const levelsAbovePaper = 35
/** Cells round a sparkling one that are as good as hidden. */
const spreadCells = 2

export interface Sparkle {
  /** Share of the masked cells that sparkle, 0..1. */
  share: number
  /** Row-major masks of the picture's cells that sparkle, and of those within two cells of one. */
  specks: Uint8Array
  cells: Uint8Array
}

/**
 * Thin streaks and specks of light, as crumpled film or a scratched laminate throws them: cells far brighter, on all channels,
 * than the lit paper round them, which is a local mean of the brighter half. Paper itself is the brightest that print leaves, so
 * what outshines it is light. Takes a picture of about 400 px and a mask of its size.
 */
export function sparkle({ data, width, height }: Picture, inside: Uint8Array): Sparkle {
  const level = new Float32Array(width * height)
  for (let i = 0; i < level.length; i++) {
    if (inside[i]) level[i] = Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
  }
  const paper = paperRound(level, inside, width, height)
  const specks = inside.map((one, i) =>
    one && level[i]! > ratioAbovePaper * paper[i]! && level[i]! - paper[i]! > levelsAbovePaper ? 1 : 0,
  )
  const near = boxMean(specks, width, height, spreadCells)
  const share = sumOf(specks) / Math.max(1, sumOf(inside))
  return { share, specks, cells: inside.map((one, i) => (one && near[i]! > 0 ? 1 : 0)) }
}

function paperRound(level: Float32Array, inside: Uint8Array, width: number, height: number): Float32Array {
  const radius = Math.round(width / 16)
  const mean = ratio(boxMean(level, width, height, radius), boxMean(inside, width, height, radius))
  const bright = inside.map((one, i) => (one && level[i]! >= mean[i]! ? 1 : 0))
  const lit = level.map((value, i) => value * bright[i]!)
  return ratio(boxMean(lit, width, height, radius), boxMean(bright, width, height, radius))
}

function ratio(sum: Float32Array, count: Float32Array): Float32Array {
  return sum.map((value, i) => (count[i]! > 0 ? value / count[i]! : 255))
}

function sumOf(mask: Uint8Array): number {
  return mask.reduce((sum, one) => sum + one, 0)
}
