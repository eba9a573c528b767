import { boxMean } from './box-mean.ts'
import type { DetailTiles, TileSums } from './detail-tiles.ts'
import type { Grid } from './grid-regions.ts'
import { directions, energyAlong, octaves, type Tensor, tensorOver } from './structure-tensor.ts'

/** Tiles around one whose detail is summed, that are searched for one sharp edge, and over which the map is smoothed; as radii. */
const summedTiles = 1
const searchedTiles = 3
const smoothedTiles = 2
/** Energy a pixel of what is assumed where nothing is seen. */
const assumedEnergy = 3
/** Energy a pixel, at quarter size, from which print is as good as seen. */
const seenEnergy = 6
/** An edge this many octaves fainter than the page's own sharp ones tells as much as any fainter one. */
const mostFaded = 4
/** Loss in octaves at which a place is as likely blurred as sharp, and how fast certainty grows from there. */
const evenLoss = -0.8
const certainty = 1.5

/**
 * How surely each tile is blurred, 0..1; 0 outside the mask of tiles (row-major, non-zero = inside). Two losses are added, both in
 * octaves: of fine detail against coarse in the direction where it is least, and of the sharpest edge nearby against the
 * picture's own sharp edges. On a masked document empty paper is taken to be like the rest of the page; without a mask all tiles
 * count, and a place without detail counts as blurred, as a soft background is. Numbers: docs/decisions/012.
 */
export function blurMap(tiles: DetailTiles, mask?: Uint8Array): Grid {
  const { rows, cols } = tiles
  const inside = mask ?? new Uint8Array(rows * cols).fill(1)
  const fading = edgeFading(tiles, inside)
  const seen = mask ? printSeen(tiles, inside) : null
  const loss = lostDetail(tiles, inside, mask !== undefined).map((lost, i) => lost + fading[i]! * (seen?.[i] ?? 1))
  const smooth = within(loss, inside, tiles, smoothedTiles)
  const values = smooth.map((lost, i) => (inside[i] ? 1 / (1 + Math.exp(certainty * (evenLoss - lost))) : 0))
  return { rows, cols, values }
}

function lostDetail(tiles: DetailTiles, inside: Uint8Array, isDocument: boolean): Float32Array {
  const { full, quarter, tilePx } = tiles
  const [fine, coarse] = [around(tiles, full, inside), around(tiles, quarter, inside)]
  const noise = noiseEnergy(full, inside)
  const assumed = assumedEnergy * (tilePx / 4) ** 2
  const assumedLeft = assumed * 2 ** (isDocument ? pageFall(tiles, inside) : 0)
  const loss = new Float32Array(inside.length)
  for (let i = 0; i < loss.length; i++) {
    if (!inside[i]) continue
    const [here, blurred] = [fine(i), coarse(i)]
    let fall = Number.POSITIVE_INFINITY
    for (const direction of directions) {
      const left = Math.max(0, energyAlong(here, direction) - noise) + assumedLeft
      fall = Math.min(fall, octaves(left, energyAlong(blurred, direction) + assumed))
    }
    loss[i] = -fall
  }
  return loss
}

/** What is left of detail on the whole page, but no less than a sharp page has. */
function pageFall({ full, quarter }: DetailTiles, inside: Uint8Array): number {
  const [fine, coarse] = [tensorOver(full, inside), tensorOver(quarter, inside)]
  return Math.max(
    1.6,
    Math.min(...directions.map((direction) => octaves(energyAlong(fine, direction), energyAlong(coarse, direction)))),
  )
}

/** Energy in one direction of a tile that has nothing but noise: the quietest tenth's. */
function noiseEnergy({ xx, yy }: TileSums, inside: Uint8Array): number {
  const energies = xx.map((value, i) => value + yy[i]!).filter((_, i) => inside[i])
  return (energies.sort()[Math.floor(energies.length * 0.1)] ?? 0) / 2
}

/** How much there is near each tile that could be sharp, 0..1: on empty paper a missing edge means nothing. */
function printSeen(tiles: DetailTiles, inside: Uint8Array): Float32Array {
  const { quarter, tilePx } = tiles
  const energy = quarter.xx.map((value, i) => value + quarter.yy[i]!)
  const assumed = seenEnergy * (tilePx / 4) ** 2
  return within(energy, inside, tiles, smoothedTiles).map((value) => value / (value + assumed))
}

/** How much fainter the strongest edge near a tile is than the picture's own sharp edges (their 90th percentile). */
function edgeFading({ rows, cols, full }: DetailTiles, inside: Uint8Array): Float32Array {
  const near = strongestNear(full.bend, rows, cols)
  const sharp = near.filter((_, i) => inside[i]).sort()
  const own = sharp[Math.floor(sharp.length * 0.9)] ?? 0
  return near.map((bend) => Math.min(mostFaded, Math.log2((own + 1) / (bend + 1))))
}

function strongestNear(values: Float32Array, rows: number, cols: number): Float32Array {
  const across = values.map((_, i) => {
    let strongest = 0
    const last = i + Math.min(searchedTiles, cols - 1 - (i % cols))
    for (let at = i - Math.min(searchedTiles, i % cols); at <= last; at++) {
      if (values[at]! > strongest) strongest = values[at]!
    }
    return strongest
  })
  return across.map((_, i) => {
    let strongest = 0
    const row = Math.floor(i / cols)
    for (let y = Math.max(0, row - searchedTiles); y <= Math.min(rows - 1, row + searchedTiles); y++) {
      if (across[y * cols + (i % cols)]! > strongest) strongest = across[y * cols + (i % cols)]!
    }
    return strongest
  })
}

/** Tensors averaged over the tiles round each, the mask's only. */
function around(tiles: DetailTiles, { xx, yy, xy }: TileSums, inside: Uint8Array): (i: number) => Tensor {
  const [a, b, c] = [xx, yy, xy].map((sums) => within(sums, inside, tiles, summedTiles))
  return (i) => [a![i]!, b![i]!, c![i]!]
}

/** Mean over a window of tiles, those inside the mask only. */
function within(values: Float32Array, inside: Uint8Array, { rows, cols }: DetailTiles, radius: number): Float32Array {
  const share = boxMean(inside, cols, rows, radius)
  const sums = boxMean(
    values.map((value, i) => value * inside[i]!),
    cols,
    rows,
    radius,
  )
  return sums.map((sum, i) => (share[i]! > 0 ? sum / share[i]! : 0))
}
