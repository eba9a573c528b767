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
  const specks = new Uint8Array(level.length)
  let [sparkling, all] = [0, 0]
  for (let i = 0; i < level.length; i++) {
    if (!inside[i]) continue
    all++
    if (level[i]! <= ratioAbovePaper * paper[i]! || level[i]! - paper[i]! <= levelsAbovePaper) continue
    specks[i] = 1
    sparkling++
  }
  const cells = new Uint8Array(level.length)
  if (sparkling > 0) {
    const near = boxMean(specks, width, height, spreadCells)
    for (let i = 0; i < cells.length; i++) if (inside[i] && near[i]! > 0) cells[i] = 1
  }
  return { share: sparkling / Math.max(1, all), specks, cells }
}

/** Mean of the brighter half of the masked cells round each. */
function paperRound(level: Float32Array, inside: Uint8Array, width: number, height: number): Float32Array {
  const radius = Math.round(width / 16)
  const mean = ratio(boxMean(level, width, height, radius), boxMean(inside, width, height, radius))
  const bright = new Uint8Array(level.length)
  const lit = new Float32Array(level.length)
  for (let i = 0; i < level.length; i++) {
    if (!inside[i] || level[i]! < mean[i]!) continue
    bright[i] = 1
    lit[i] = level[i]!
  }
  return ratio(boxMean(lit, width, height, radius), boxMean(bright, width, height, radius))
}

/** Divides in place; 255 where nothing was counted. */
function ratio(sum: Float32Array, count: Float32Array): Float32Array {
  for (let i = 0; i < sum.length; i++) sum[i] = count[i]! > 0 ? sum[i]! / count[i]! : 255
  return sum
}
