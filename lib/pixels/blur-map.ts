import { boxMean } from './box-mean.ts'
import { connectedComponents } from './connected-components.ts'
import type { DetailTiles, TileSums } from './detail-tiles.ts'
import type { Grid } from './grid-regions.ts'

/** How sharp a picture is as a whole, and where it is not. */
export interface BlurMap {
  /** 0..1, sharp is 1: the fused cue over the tiles asked for; null with too little texture to tell. */
  sharpness: number | null
  /** 0..1 a tile: how surely it is blurred; 0 outside the tiles asked for. */
  heat: Grid
  /** The largest connected part that is likelier blurred than not, as a share of the tiles asked for. */
  blurredArea: number
  /** Fall of detail in octaves that the sharper quarter of the tiles reaches: how sharp the picture is where it is sharp. */
  sharpFall: number
}

/** Gradient energy a pixel, in squared levels at quarter size, from which a tile has something that could be sharp. */
const texturedEnergy = 16
const fewestTiles = 6
/** Tiles around one that are looked at together, as a radius. */
const windowTiles = 2
/** Fall of detail in octaves at which a place is as likely blurred as sharp, and how fast certainty grows from there. */
const evenFall = 1.6
const certainty = 2.5
/** Energy a pixel of what is assumed where nothing is seen. */
const assumedEnergy = 3
const directions = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 8)

/**
 * Compares detail at full, half and quarter size, in the direction in which least is left: defocus takes it in all, motion in
 * one. `mask` are the document's tiles (row-major, non-zero = inside), whose empty parts are taken to be like the rest of the
 * page; without it all tiles count, and a place without any detail counts as blurred, as a soft background is.
 * The fusion's weights are from docs/decisions/012.
 */
export function blurMap(tiles: DetailTiles, mask?: Uint8Array): BlurMap {
  const { rows, cols } = tiles
  const inside = mask ?? new Uint8Array(rows * cols).fill(1)
  const textured = inside.map((one, i) => (one && isTextured(tiles, i) ? 1 : 0))
  const texturedCount = count(textured)
  const fall = steepestFall([tiles.full, tiles.half, tiles.quarter].map((sums) => summed(sums, inside)))
  const falls = tileFalls(tiles, inside, mask ? Math.max(fall, evenFall) : 0)
  const values = falls.map((octavesLeft, i) => (inside[i] ? logistic(certainty * (evenFall - octavesLeft)) : 0))
  const blurred = Uint8Array.from(values, (value) => (value >= 0.5 ? 1 : 0))
  const largest = Math.max(0, ...connectedComponents(blurred, cols, rows).components.map(({ size }) => size))
  return {
    sharpness: texturedCount < fewestTiles ? null : fusedSharpness(tiles, textured, fall),
    heat: { rows, cols, values },
    blurredArea: largest / Math.max(1, count(inside)),
    sharpFall: percentile(
      [...falls].filter((_, i) => inside[i]),
      0.75,
    ),
  }
}

/** Logistic fusion of the sharpest tiles' cues and the fall of detail over all of them. */
function fusedSharpness({ full, half, quarter }: DetailTiles, textured: Uint8Array, fall: number): number {
  const fine: number[] = []
  const middle: number[] = []
  for (let i = 0; i < textured.length; i++) {
    if (!textured[i]) continue
    fine.push(octaves(energy(full, i), energy(half, i)))
    middle.push(octaves(energy(half, i), energy(quarter, i)))
  }
  return logistic(0.52 * percentile(middle, 0.75) + 1.15 * percentile(fine, 0.9) + 1.18 * fall - 4.68)
}

/** A structure tensor: what squared gradients there are across, down and between. */
type Tensor = readonly [xx: number, yy: number, xy: number]

/** Detail at full over detail at quarter size, in octaves, in the direction where it is least. */
function steepestFall([full, , quarter]: readonly Tensor[]): number {
  return Math.min(...directions.map((angle) => octaves(along(full!, angle), along(quarter!, angle))))
}

function along([xx, yy, xy]: Tensor, angle: number): number {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return c * c * xx + s * s * yy + 2 * c * s * xy
}

function tileFalls(tiles: DetailTiles, inside: Uint8Array, assumedFall: number): Float32Array {
  const { rows, cols, tilePx } = tiles
  const near = (sums: Float32Array) =>
    boxMean(
      sums.map((value, i) => value * inside[i]!),
      cols,
      rows,
      windowTiles,
    )
  const fields = [tiles.full, tiles.quarter].map(({ xx, yy, xy }) => [near(xx), near(yy), near(xy)] as const)
  const assumed = assumedEnergy * (tilePx / 4) ** 2
  return Float32Array.from(inside, (one, i) => {
    if (!one) return 0
    const [full, quarter] = fields.map(([xx, yy, xy]) => [xx[i]!, yy[i]!, xy[i]!] as Tensor)
    let fall = Number.POSITIVE_INFINITY
    for (const angle of directions) {
      fall = Math.min(fall, octaves(along(full!, angle) + assumed * 2 ** assumedFall, along(quarter!, angle) + assumed))
    }
    return fall
  })
}

function summed({ xx, yy, xy }: TileSums, inside: Uint8Array): Tensor {
  let [a, b, c] = [0, 0, 0]
  for (let i = 0; i < inside.length; i++) {
    if (!inside[i]) continue
    a += xx[i]!
    b += yy[i]!
    c += xy[i]!
  }
  return [a, b, c]
}

function isTextured({ quarter, tilePx }: DetailTiles, i: number): boolean {
  return energy(quarter, i) / (tilePx / 4) ** 2 > texturedEnergy
}

function energy({ xx, yy }: TileSums, i: number): number {
  return xx[i]! + yy[i]!
}

function octaves(a: number, b: number): number {
  return Math.log2((a + 0.001) / (b + 0.001))
}

function percentile(values: number[], fraction: number): number {
  const sorted = values.sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, one) => sum + one, 0)
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
