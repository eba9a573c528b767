import type { Picture } from '#lib/domain/artifacts'
import { boxMean } from './box-mean.ts'
import { connectedComponents } from './connected-components.ts'
import type { Grid } from './grid-regions.ts'
import { shrinkPicture } from './shrink.ts'

/** A bright patch that looks like reflected light. Lengths in cells of the shine map. */
export interface ShinePatch {
  /** Cells of the patch, halo included, as indices into the map. */
  cells: number[]
  /** How far the core stands above its surroundings, 0..1 of the room left below full white. */
  height: number
  /** Mean width of the fall from core to surroundings, in cells: light fades, a printed white box ends at once. */
  softness: number
  /** Saturation of the patch, 0..1: a hologram shines in colours, a lamp does not. */
  saturation: number
}

export interface ShineMap {
  width: number
  height: number
  patches: ShinePatch[]
}

const workingSidePx = 400
/** Brightness (least of R, G, B) below which nothing is called shining. */
const leastPeak = 150

/**
 * Looks for reflected light: patches far brighter than what surrounds them on all channels, with a soft edge. White paper
 * is its own surroundings, so it never stands out. Works on a picture of about 400 px; costs about 15 ms.
 */
export function shineMap(picture: Picture): ShineMap {
  const factor = Math.max(1, Math.round(Math.max(picture.width, picture.height) / workingSidePx))
  const small = shrinkPicture(picture, factor)
  const { width, height } = small
  const whiteness = leastChannel(small)
  const around = surroundings(whiteness, width, height)
  const rise = new Float32Array(width * height)
  for (let i = 0; i < rise.length; i++) {
    rise[i] = Math.max(0, (whiteness[i]! - around[i]!) / Math.max(24, 255 - around[i]!))
  }
  return { width, height, patches: patchesOf(rise, whiteness, small) }
}

function leastChannel({ data, width, height }: Picture): Uint8Array {
  const least = new Uint8Array(width * height)
  for (let i = 0; i < least.length; i++) least[i] = Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
  return least
}

/**
 * The usual brightness round each cell: a wide mean of what is lit like paper, that is of the brighter half, so that text and
 * portraits don't make the paper between them stand out.
 */
function surroundings(whiteness: Uint8Array, width: number, height: number): Float32Array {
  const radius = Math.round(Math.max(width, height) / 8)
  const level = boxMean(whiteness, width, height, radius)
  const counted = level.map((mean, i) => (whiteness[i]! >= mean ? 1 : 0))
  const summed = counted.map((one, i) => one * whiteness[i]!)
  const count = boxMean(counted, width, height, radius)
  return boxMean(summed, width, height, radius).map((sum, i) => (count[i]! > 0.001 ? sum / count[i]! : 255))
}

function patchesOf(rise: Float32Array, whiteness: Uint8Array, { data, width, height }: Picture): ShinePatch[] {
  const halo = Uint8Array.from(rise, (value) => (value >= 0.3 ? 1 : 0))
  const { labels, components } = connectedComponents(halo, width, height)
  const cells: number[][] = components.map(() => [])
  for (let i = 0; i < labels.length; i++) if (labels[i]) cells[labels[i]! - 1]!.push(i)
  return cells
    .filter((patch) => patch.length >= 6 && patch.some((i) => rise[i]! >= 0.6 && whiteness[i]! >= leastPeak))
    .map((patch) => ({
      cells: patch,
      height: patch.reduce((top, i) => Math.max(top, rise[i]!), 0),
      softness: softnessOf(patch, rise, width),
      saturation: saturationOf(patch, data),
    }))
    .filter(isLight)
}

/** A soft edge and a height that print doesn't reach (docs/decisions/012). */
function isLight({ height, softness, cells }: ShinePatch): boolean {
  return height >= 0.85 && softness >= 0.8 && softness <= 6 && cells.length >= 12
}

/** Area between the two levels over the length of the core's border. */
function softnessOf(patch: readonly number[], rise: Float32Array, width: number): number {
  let core = 0
  let border = 0
  for (const i of patch) {
    if (rise[i]! < 0.6) continue
    core++
    for (const step of [-1, 1, -width, width]) if ((rise[i + step] ?? 0) < 0.6) border++
  }
  return border === 0 ? 0 : (patch.length - core) / border
}

function saturationOf(patch: readonly number[], data: Uint8Array): number {
  let sum = 0
  for (const i of patch) {
    const most = Math.max(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
    const least = Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
    sum += most === 0 ? 0 : (most - least) / most
  }
  return sum / patch.length
}

const gridSide = 80

/** The patches as a map of about 80 cells across: how much of each cell shines, 0..1. */
export function shineGrid(patches: readonly ShinePatch[], width: number, height: number): Grid {
  const cellPx = Math.max(1, Math.ceil(Math.max(width, height) / gridSide))
  const cols = Math.ceil(width / cellPx)
  const rows = Math.ceil(height / cellPx)
  const values = new Float32Array(rows * cols)
  for (const { cells } of patches) {
    for (const i of cells) values[((i / width / cellPx) | 0) * cols + (((i % width) / cellPx) | 0)]! += 1 / cellPx ** 2
  }
  return { rows, cols, values: values.map((share) => Math.min(1, share)) }
}
