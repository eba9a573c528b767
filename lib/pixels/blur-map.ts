import type { DetailTiles, TileSums } from './detail-tiles.ts'
import type { Grid } from './grid-regions.ts'

/** What is known of the picture's detail: one number for all of it, and one for each tile. */
export interface BlurMap {
  /** 0..1, sharp is 1: the fused cue over the tiles asked for; null with too little texture to tell. */
  sharpness: number | null
  /** 0..1 a tile: how surely it is blurred. */
  heat: Grid
  /** Share of the textured tiles asked for that are likelier blurred than not. */
  blurredShare: number
}

/** Gradient energy a pixel, in squared levels at quarter size, from which a tile has something that could be sharp. */
const texturedEnergy = 12
const fewestTiles = 6

/** Fuses the tiles' cues inside a mask of tiles (row-major, non-zero = inside; all when left out). */
export function blurMap(tiles: DetailTiles, mask?: Uint8Array): BlurMap {
  const { rows, cols } = tiles
  const inside = mask ?? new Uint8Array(rows * cols).fill(1)
  const textured = inside.map((one, i) => (one && isTextured(tiles, i) ? 1 : 0))
  const texturedCount = count(textured)
  const values = tileHeat(tiles, inside, textured)
  return {
    sharpness: texturedCount < fewestTiles ? null : globalSharpness(tiles, inside),
    heat: { rows, cols, values },
    blurredShare: count(textured.map((one, i) => (one && values[i]! >= 0.5 ? 1 : 0))) / Math.max(1, texturedCount),
  }
}

/** Logistic of how fast gradients die from one size to the next (docs/decisions/012). */
function globalSharpness({ full, half, quarter }: DetailTiles, inside: Uint8Array): number {
  const fine = energyIn(full, inside)
  const middle = energyIn(half, inside)
  const coarse = energyIn(quarter, inside)
  return logistic(4 * Math.log2(fine / middle) + 2 * Math.log2(middle / coarse) - 2)
}

function isTextured({ quarter, tilePx }: DetailTiles, i: number): boolean {
  return (quarter.xx[i]! + quarter.yy[i]!) / (tilePx / 4) ** 2 > texturedEnergy
}

function tileHeat({ full, half }: DetailTiles, inside: Uint8Array, textured: Uint8Array): Float32Array {
  return Float32Array.from(inside, (one, i) => {
    if (!one || !textured[i]) return 0
    const fine = full.xx[i]! + full.yy[i]!
    const middle = half.xx[i]! + half.yy[i]!
    return logistic(-4 * Math.log2((fine + 1) / (middle + 1)) - 1)
  })
}

function energyIn({ xx, yy }: TileSums, inside: Uint8Array): number {
  let sum = 1
  for (let i = 0; i < inside.length; i++) if (inside[i]) sum += xx[i]! + yy[i]!
  return sum
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, one) => sum + one, 0)
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
