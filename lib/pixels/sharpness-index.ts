import type { DetailTiles } from './detail-tiles.ts'
import { directions, energyAlong, octaves, tensorAt, tensorOver } from './structure-tensor.ts'

/** Gradient energy a pixel in one direction, in squared levels at quarter size, from which a tile could be sharp. */
const texturedEnergy = 8
const fewestTiles = 6

/**
 * How sharp the tiles inside a mask are together, 0..1; null with too little texture to tell. Looks in the direction in which
 * least detail is left (defocus takes it in all, motion in one), and fuses three cues there: how fast detail dies from one size
 * to the next in the sharper tiles (two steps), and over all. Weights: docs/decisions/012.
 */
export function sharpnessIndex({ full, half, quarter, tilePx }: DetailTiles, inside: ArrayLike<number>): number | null {
  const { angle, fall } = steepestFall(full, quarter, inside)
  const fine: number[] = []
  const middle: number[] = []
  for (let i = 0; i < inside.length; i++) {
    const coarse = energyAlong(tensorAt(quarter, i), angle)
    if (!inside[i] || coarse / (tilePx / 4) ** 2 <= texturedEnergy) continue
    const between = energyAlong(tensorAt(half, i), angle)
    fine.push(octaves(energyAlong(tensorAt(full, i), angle), between))
    middle.push(octaves(between, coarse))
  }
  if (fine.length < fewestTiles) return null
  const evidence = 1.07 * percentile(middle, 0.75) + 1.43 * percentile(fine, 0.9) + 1.12 * fall
  return 1 / (1 + Math.exp(5.45 - evidence))
}

/** The direction in which least detail is left, and how much: full size over quarter size, in octaves. */
function steepestFall(full: DetailTiles['full'], quarter: DetailTiles['quarter'], inside: ArrayLike<number>) {
  const [fine, coarse] = [tensorOver(full, inside), tensorOver(quarter, inside)]
  let steepest = { angle: 0, fall: Number.POSITIVE_INFINITY }
  for (const angle of directions) {
    const fall = octaves(energyAlong(fine, angle), energyAlong(coarse, angle))
    if (fall < steepest.fall) steepest = { angle, fall }
  }
  return steepest
}

function percentile(values: number[], fraction: number): number {
  const sorted = values.sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!
}
