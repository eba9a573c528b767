import type { DetailTiles } from './detail-tiles.ts'
import { nthSmallest } from './nth-smallest.ts'
import { directions, energyAlong, octaves, tensorAt, tensorOver } from './structure-tensor.ts'

/** Gradient energy a pixel in one direction, in squared levels at quarter size, from which a tile could be sharp. */
const texturedEnergy = 8
const fewestTiles = 6

/**
 * How sharp the tiles inside a mask are together, 0..1; null with too little texture to tell. Looks in the direction in which
 * least detail is left (defocus takes it in all, motion in one), and adds two cues there: how much detail is left at full size
 * against quarter size over all, and at half size in the sharpest tiles. Weights: docs/decisions/017.
 */
export function sharpnessIndex({ full, half, quarter, tilePx }: DetailTiles, inside: ArrayLike<number>): number | null {
  const { direction, fall } = steepestFall(full, quarter, inside)
  const middle: number[] = []
  for (let i = 0; i < inside.length; i++) {
    if (!inside[i]) continue
    const coarse = energyAlong(tensorAt(quarter, i), direction)
    if (coarse / (tilePx / 4) ** 2 > texturedEnergy)
      middle.push(octaves(energyAlong(tensorAt(half, i), direction), coarse))
  }
  if (middle.length < fewestTiles) return null
  return 1 / (1 + Math.exp(5.99 - 2.07 * fall - 1.33 * percentile(middle, 0.9)))
}

/** The direction in which least detail is left, and how much: full size over quarter size, in octaves. */
function steepestFall(full: DetailTiles['full'], quarter: DetailTiles['quarter'], inside: ArrayLike<number>) {
  const [fine, coarse] = [tensorOver(full, inside), tensorOver(quarter, inside)]
  let steepest = { direction: directions[0]!, fall: Number.POSITIVE_INFINITY }
  for (const direction of directions) {
    const fall = octaves(energyAlong(fine, direction), energyAlong(coarse, direction))
    if (fall < steepest.fall) steepest = { direction, fall }
  }
  return steepest
}

function percentile(values: number[], fraction: number): number {
  return nthSmallest(Float32Array.from(values), Math.min(values.length - 1, Math.floor(fraction * values.length)))
}
