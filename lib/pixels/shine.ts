import type { Picture } from '#lib/domain/artifacts'
import { connectedComponents } from './connected-components.ts'
import { histogramOf, percentileOf, shareBetween } from './histogram.ts'
import { factorTo, shrinkPicture } from './shrink.ts'

/** A bright patch that looks like reflected light, halo included. */
export interface ShinePatch {
  /** Cells of the patch as indices into the map. */
  cells: number[]
  /** Share of its height that is left 3 cells outside the core: light fades, a printed white box ends at once. */
  softness: number
  /** Share of the core's span in each row that it fills: light has no holes, a white field has print in it. */
  fullness: number
  /** Rise of the brightest tenth of the core, 0..1: a lamp's image is burnt out. */
  whiteness: number
  /** Saturation of the patch, 0..1: a hologram shines in colours, a lamp does not. */
  saturation: number
}

export interface ShineMap {
  width: number
  height: number
  /** Brightness of the paper itself, as the least of R, G and B; null where it is so white that nothing can outshine it. */
  paper: number | null
  patches: ShinePatch[]
}

/** The rule's numbers; their source is docs/decisions/012. */
export interface ShineLimits {
  /** How far a core stands above the paper, as a share of the room left below full white. */
  coreRise: number
  minSoftness: number
  minFullness: number
  minWhiteness: number
}

const workingSidePx = 400
const paperPercentile = 0.8
/** Paper from this level on leaves no room for light to show. */
const whitePaper = 242
const burntOut = 250
const maxBurntOut = 0.35
const haloRise = 0.3
const fewestCells = 10
const reach = 3

/** The picture at about 400 px, as `shineMap` takes it and masks for it are made. */
export function shinePicture(picture: Picture): Picture {
  return shrinkPicture(picture, factorTo(workingSidePx, picture))
}

/**
 * Looks for reflected light inside a mask: compact cores brighter on all channels than the paper itself, with a soft edge.
 * Takes a picture of about 400 px (`shinePicture`) and a mask of its size; costs about 10 ms.
 */
export function shineMap(small: Picture, inside: Uint8Array, limits: ShineLimits): ShineMap {
  const { width, height } = small
  const whiteness = leastChannel(small)
  const paper = paperLevel(histogramOf({ data: whiteness, width, height }, inside))
  if (paper === null) return { width, height, paper, patches: [] }
  const rise = new Float32Array(width * height)
  for (let i = 0; i < rise.length; i++) if (inside[i]) rise[i] = Math.max(0, (whiteness[i]! - paper) / (255 - paper))
  const patches = patchesOf(rise, small, limits.coreRise).filter(
    ({ softness, fullness, whiteness }) =>
      softness >= limits.minSoftness && fullness >= limits.minFullness && whiteness >= limits.minWhiteness,
  )
  return { width, height, paper, patches }
}

/** The usual level of light parts, those burnt out left aside; null where most is burnt out or as good as. */
function paperLevel(histogram: Uint32Array): number | null {
  if (shareBetween(histogram, burntOut, 255) > maxBurntOut) return null
  const paper = percentileOf(
    histogram.map((count, level) => (level < burntOut ? count : 0)),
    paperPercentile,
  )
  return paper < whitePaper ? paper : null
}

function leastChannel({ data, width, height }: Picture): Uint8Array {
  const least = new Uint8Array(width * height)
  for (let i = 0; i < least.length; i++) least[i] = Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
  return least
}

/** Every core with the halo round it; a halo shared by two cores goes to the larger. */
function patchesOf(rise: Float32Array, small: Picture, coreRise: number): ShinePatch[] {
  const { width, height } = small
  const core = connectedComponents(
    Uint8Array.from(rise, (value) => (value >= coreRise ? 1 : 0)),
    width,
    height,
  )
  const cells: number[][] = core.components.map(() => [])
  for (let i = 0; i < core.labels.length; i++) if (core.labels[i]) cells[core.labels[i]! - 1]!.push(i)
  const taken = new Uint8Array(rise.length)
  return core.components
    .filter(({ size }) => size >= fewestCells)
    .sort((a, b) => b.size - a.size)
    .map(({ label }) => {
      const members = cells[label - 1]!
      return {
        cells: withHalo(members, rise, taken, width),
        softness: softnessOf(members, rise, coreRise, width),
        fullness: fullnessOf(members, width),
        whiteness: peakOf(members, rise),
        saturation: saturationOf(members, small.data),
      }
    })
    .filter(({ cells }) => cells.length > 0)
}

function withHalo(core: readonly number[], rise: Float32Array, taken: Uint8Array, width: number): number[] {
  const found: number[] = []
  const open = core.filter((i) => !taken[i])
  for (const i of open) taken[i] = 1
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    found.push(i)
    for (const next of [i - 1, i + 1, i - width, i + width]) {
      if (taken[next] || !(rise[next]! >= haloRise)) continue
      taken[next] = 1
      open.push(next)
    }
  }
  return found
}

/** Median over the core's border of what is left of the rise three cells further out. */
function softnessOf(core: readonly number[], rise: Float32Array, coreRise: number, width: number): number {
  const left: number[] = []
  for (const i of core) {
    for (const step of [-1, 1, -width, width]) {
      if (!(rise[i + step]! < coreRise)) continue
      left.push((rise[i + reach * step] ?? 0) / Math.max(rise[i]!, 0.01))
    }
  }
  left.sort((a, b) => a - b)
  return left[left.length >> 1] ?? 0
}

function fullnessOf(core: readonly number[], width: number): number {
  const rows = new Map<number, [from: number, to: number]>()
  for (const i of core) {
    const x = i % width
    const [from, to] = rows.get((i - x) / width) ?? [x, x]
    rows.set((i - x) / width, [Math.min(from, x), Math.max(to, x)])
  }
  let span = 0
  for (const [from, to] of rows.values()) span += to - from + 1
  return core.length / span
}

function peakOf(core: readonly number[], rise: Float32Array): number {
  const sorted = core.map((i) => rise[i]!).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.9)]!
}

function saturationOf(cells: readonly number[], data: Uint8Array): number {
  let sum = 0
  for (const i of cells) {
    const most = Math.max(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
    const least = Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
    sum += most === 0 ? 0 : (most - least) / most
  }
  return sum / cells.length
}
