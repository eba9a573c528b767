import type { Picture } from '#lib/domain/artifacts'
import { type Component, connectedComponents } from './connected-components.ts'
import { histogramOf, percentileOf, shareBetween } from './histogram.ts'
import { factorTo, shrinkPicture } from './shrink.ts'

/** A bright patch that may be reflected light. */
export interface ShinePatch {
  /** Cells of the patch as indices into the map, halo included. */
  cells: number[]
  /** Cells of its core alone, and their share of the mask's cells. */
  coreCells: number
  coreShare: number
  /** Share of the core that is burnt out: a lamp's image is. */
  burntShare: number
  /** Share of the core's span in each row and column, whichever is less, that it fills: light has no holes, a white field has print in it. */
  fullness: number
  /** Share of its height that is left 3 cells outside the core: light fades, a printed white box ends at once. */
  softness: number
  /** Share of the core's border that runs along the mask's border: a table seen past a corner of the document does. */
  borderShare: number
  /** Share of the core in rows, or in columns, that it fills from one side of the mask to the other: light ends on a document, the gap between two of them doesn't. */
  acrossShare: number
  /** Saturation of the patch, 0..1: a hologram shines in colours, a lamp does not. */
  saturation: number
}

export interface ShineMap {
  width: number
  height: number
  /** Brightness of the paper itself, as the least of R, G and B; null where it is so white that nothing can outshine it. */
  paper: number | null
  /** How far each cell stands above the paper, as a share of the room left below full white; 0 outside the mask. */
  rise: Float32Array
  patches: ShinePatch[]
}

const workingSidePx = 400
/** Gaps of the corpus go across by 0.86 and 0.98, reflections by 0.00: docs/decisions/017. */
const gapFrom = 0.5
/** A row counts as filled where so much of the mask's is: corners and a blurred end take the rest. */
const fromSideToSide = 0.9
const paperPercentile = 0.8
/** Paper from this level on leaves no room for light to show. */
const whitePaper = 250
const burntOut = 250
const maxBurntOut = 0.5
/** Rise at which a core begins, and a halo ends. */
const coreRise = 0.5
const haloRise = 0.3
const fewestCells = 8
const reach = 3
/** What covers more of a page than this is paper. */
const mostOfPage = 0.5
const hardEdge = 0.05
const mostHardReflections = 3

/** The picture at about 400 px, as `shineMap` takes it and masks for it are made. */
export function shinePicture(picture: Picture): Picture {
  return shrinkPicture(picture, factorTo(workingSidePx, picture))
}

/**
 * Looks for what may be reflected light inside a mask: compact cores brighter on all channels than the paper itself, each with
 * the measures that tell light from a white field (`glareCertainty`). Takes a picture of about 400 px (`shinePicture`) and a
 * mask of its size; a core larger than the share `largest` of the mask is left out. Costs about 10 ms.
 */
export function shineMap(small: Picture, inside: Uint8Array, largest = mostOfPage): ShineMap {
  const { width, height } = small
  const least = leastChannel(small)
  const rise = new Float32Array(width * height)
  const histogram = histogramOf({ data: least, width, height }, inside)
  const paper = paperLevel(histogram)
  if (paper === null) return { width, height, paper, rise, patches: [] }
  for (let i = 0; i < rise.length; i++) if (inside[i]) rise[i] = Math.max(0, (least[i]! - paper) / (255 - paper))
  const area = histogram.reduce((sum, count) => sum + count, 0)
  return { width, height, paper, rise, patches: patchesOf(rise, least, small, inside, area, largest) }
}

/**
 * How surely a patch on a document is glare, 0..1: a logistic of its size, burnt-out share, fullness, softness and border. Fitted
 * on documents with and without glare, docs/decisions/017.
 */
export function glareCertainty({ coreShare, burntShare, fullness, softness, borderShare }: ShinePatch): number {
  const size = Math.min(0, Math.log2(coreShare / 0.02))
  const evidence = 1.01 * size + 5.93 * burntShare + 4.03 * fullness + 1.49 * softness - 9.24 * borderShare
  return 1 / (1 + Math.exp(6.89 - evidence))
}

/** True for a patch on a table much darker than light that can only be a lamp mirrored there: soft all round, burnt out within. */
export function isMirroredLamp(patch: ShinePatch): boolean {
  return (
    patch.coreCells * patch.burntShare >= 8 &&
    patch.coreCells >= 30 &&
    patch.fullness > 0.85 &&
    patch.softness > 0.5 &&
    patch.borderShare < 0.05
  )
}

/**
 * The patches that are light: not fields of a form (hard-edged white ones that come in numbers are printed), nor the gap between two
 * sides of a card in one picture, which goes from border to border.
 */
export function withoutFields(patches: readonly ShinePatch[]): ShinePatch[] {
  const light = patches.filter(({ acrossShare }) => acrossShare < gapFrom)
  const hard = light.filter(({ softness }) => softness < hardEdge)
  return hard.length > mostHardReflections ? light.filter(({ softness }) => softness >= hardEdge) : light
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
  for (let i = 0, p = 0; i < least.length; i++, p += 3) least[i] = Math.min(data[p]!, data[p + 1]!, data[p + 2]!)
  return least
}

/** Every core with the halo round it, the largest first; a halo shared by two cores goes to the larger. */
function patchesOf(
  rise: Float32Array,
  least: Uint8Array,
  small: Picture,
  inside: Uint8Array,
  area: number,
  largest: number,
): ShinePatch[] {
  const { width, height } = small
  // A plain loop: `from` with a function takes ten times as long.
  const core = new Uint8Array(rise.length)
  for (let i = 0; i < rise.length; i++) if (rise[i]! >= coreRise) core[i] = 1
  const { labels, components } = connectedComponents(core, width, height)
  const taken = new Uint8Array(rise.length)
  return components
    .filter(({ size }) => size >= fewestCells && size <= largest * area)
    .sort((a, b) => b.size - a.size)
    .map((component) => {
      const members = membersOf(component, labels, width)
      return {
        cells: withHalo(members, rise, taken, width),
        coreCells: members.length,
        coreShare: members.length / area,
        burntShare: members.filter((i) => least[i]! >= burntOut).length / members.length,
        fullness: Math.min(fullnessOf(members, width, 'rows'), fullnessOf(members, width, 'columns')),
        ...edgeOf(members, rise, inside, width, height),
        acrossShare: Math.max(acrossOf(members, inside, width, 'rows'), acrossOf(members, inside, width, 'columns')),
        saturation: saturationOf(members, small.data),
      }
    })
    .filter(({ cells }) => cells.length > 0)
}

function membersOf({ label, left, top, right, bottom }: Component, labels: Int32Array, width: number): number[] {
  const members: number[] = []
  for (let y = top; y <= bottom; y++) {
    for (let i = y * width + left; i <= y * width + right; i++) if (labels[i] === label) members.push(i)
  }
  return members
}

function withHalo(core: readonly number[], rise: Float32Array, taken: Uint8Array, width: number): number[] {
  const found: number[] = []
  const open = core.filter((i) => !taken[i])
  for (const i of open) taken[i] = 1
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    found.push(i)
    const x = i % width
    for (const next of [x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i, i - width, i + width]) {
      if (taken[next] || !(rise[next]! >= haloRise)) continue
      taken[next] = 1
      open.push(next)
    }
  }
  return found
}

/** Median of what is left of the rise three cells outside the core, and how much of its border is the mask's or picture's. */
function edgeOf(core: readonly number[], rise: Float32Array, inside: Uint8Array, width: number, height: number) {
  const left: number[] = []
  let atBorder = 0
  for (const i of core) {
    const x = i % width
    const y = (i - x) / width
    for (let side = 0; side < 4; side++) {
      const [dx, dy] = sides[side]!
      const outside = x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height
      const next = i + dy * width + dx
      if (outside || !inside[next]) atBorder++
      else if (rise[next]! < coreRise) {
        const [farX, farY] = [x + reach * dx, y + reach * dy]
        const seen = farX >= 0 && farY >= 0 && farX < width && farY < height
        left.push(seen ? rise[farY * width + farX]! / Math.max(rise[i]!, 0.01) : 0)
      }
    }
  }
  left.sort((a, b) => a - b)
  return { softness: left[left.length >> 1] ?? 0, borderShare: atBorder / Math.max(1, atBorder + left.length) }
}

const sides = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const

function fullnessOf(core: readonly number[], width: number, along: 'rows' | 'columns'): number {
  const spans = new Map<number, [from: number, to: number]>()
  for (const i of core) {
    const x = i % width
    const y = (i - x) / width
    const [line, at] = along === 'rows' ? [y, x] : [x, y]
    const [from, to] = spans.get(line) ?? [at, at]
    spans.set(line, [Math.min(from, at), Math.max(to, at)])
  }
  let span = 0
  for (const [from, to] of spans.values()) span += to - from + 1
  return core.length / span
}

function acrossOf(core: readonly number[], inside: Uint8Array, width: number, along: 'rows' | 'columns'): number {
  const filled = new Map<number, number>()
  for (const i of core) {
    const line = along === 'rows' ? Math.floor(i / width) : i % width
    filled.set(line, (filled.get(line) ?? 0) + 1)
  }
  let across = 0
  for (const [line, cells] of filled) {
    let room = 0
    const [first, step, count] = along === 'rows' ? [line * width, 1, width] : [line, width, inside.length / width]
    for (let n = 0, i = first; n < count; n++, i += step) room += inside[i] ? 1 : 0
    if (cells >= fromSideToSide * room) across += cells
  }
  return across / core.length
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
