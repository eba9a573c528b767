import type { Plane } from '#lib/domain/artifacts'
import { boxMean } from './box-mean.ts'
import { type Component, connectedComponents } from './connected-components.ts'

/** A line of print in the pixels of an upright plane, ends included. */
export interface TextLine {
  left: number
  top: number
  right: number
  bottom: number
  /** Median height of its letters. */
  letterHeight: number
  /** How many separate letters it seems to have. */
  letters: number
  /** Light letters on dark. */
  isLight: boolean
}

export interface TextLineOptions {
  /** Letters lower than this are noise, higher ones pictures; in pixels. */
  minHeight: number
  maxHeight: number
}

/**
 * Lines of print in an upright plane, top to bottom: letters are specks darker (then: lighter) than their surroundings of
 * similar height that stand side by side. About 40 ms for a megapixel.
 */
export function textLines(plane: Plane, options: TextLineOptions): TextLine[] {
  return linesOfSpecks(inkSpecks(plane, options.maxHeight), options)
}

/** What stands out of its surroundings, darker or lighter, letters or not. */
export interface InkSpecks {
  dark: Component[]
  light: Component[]
}

/** The specks that lines are made of; most of the cost of `textLines`. */
export function inkSpecks(plane: Plane, maxHeight: number): InkSpecks {
  const { width, height } = plane
  const { dark, light } = inkMasks(plane, maxHeight)
  const [darker, lighter] = [dark, light].map((mask) => connectedComponents(mask, width, height).components)
  return { dark: darker!, light: lighter! }
}

/** The specks of a plane so high as `quarterTurned` would show them, that is along lines that run upwards in it. */
export function quarterTurnedSpecks({ dark, light }: InkSpecks, height: number): InkSpecks {
  const turned = ({ left, top, right, bottom, ...rest }: Component): Component => ({
    ...rest,
    left: height - 1 - bottom,
    top: left,
    right: height - 1 - top,
    bottom: right,
  })
  const inOrder = (specks: Component[]) => specks.map(turned).sort((a, b) => a.top - b.top || a.left - b.left)
  return { dark: inOrder(dark), light: inOrder(light) }
}

/** Lines of print among specks, top to bottom. */
export function linesOfSpecks({ dark, light }: InkSpecks, options: TextLineOptions): TextLine[] {
  const printed = linesOf(dark, options, false)
  // Between two dark things something light always seems to stand; only what is nowhere dark print is taken for light print.
  const reversed = linesOf(light, options, true).filter(
    (line) => line.letters >= 5 && !printed.some((other) => overlap(line, other) > 0.2),
  )
  return [...printed, ...reversed].sort((a, b) => a.top - b.top || a.left - b.left)
}

function linesOf(specks: readonly Component[], options: TextLineOptions, isLight: boolean): TextLine[] {
  const letters = specks.filter((speck) => isLetter(speck, options))
  const lines = chain(letters)
    .filter(isLine)
    .map((line) => ({ ...boxOf(line), letterHeight: medianHeight(line), letters: line.length, isLight }))
  return joinBroken(lines)
}

/** Sauvola's threshold, both ways: off the local mean by more, the flatter the surroundings are. Light print has to stand out more. */
function inkMasks({ data, width, height }: Plane, maxHeight: number): { dark: Uint8Array; light: Uint8Array } {
  const radius = Math.round(maxHeight * 0.6)
  const mean = boxMean(data, width, height, radius)
  const squares = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) squares[i] = data[i]! * data[i]!
  const meanSquare = boxMean(squares, width, height, radius)
  const dark = new Uint8Array(data.length)
  const light = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const m = mean[i]!
    const deviation = Math.sqrt(Math.max(0, meanSquare[i]! - m * m))
    const off = data[i]! - m
    if (off < -Math.max(12, 0.5 * deviation, 0.14 * (m - deviation))) dark[i] = 1
    else if (off > Math.max(40, 0.6 * deviation)) light[i] = 1
  }
  return { dark, light }
}

/** Print on a busy ground is found in pieces; pieces on one base and of one height are a line. */
function joinBroken(lines: TextLine[]): TextLine[] {
  const joined: TextLine[] = []
  for (const line of [...lines].sort((a, b) => a.left - b.left)) {
    const whole = joined.find((other) => continues(other, line))
    if (!whole) joined.push({ ...line })
    else {
      whole.letterHeight =
        (whole.letterHeight * whole.letters + line.letterHeight * line.letters) / (whole.letters + line.letters)
      whole.letters += line.letters
      whole.right = Math.max(whole.right, line.right)
      whole.top = Math.min(whole.top, line.top)
      whole.bottom = Math.max(whole.bottom, line.bottom)
    }
  }
  return joined
}

function continues(a: TextLine, b: TextLine): boolean {
  const [small, tall] = [Math.min(a.letterHeight, b.letterHeight), Math.max(a.letterHeight, b.letterHeight)]
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const span = Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top)
  return tall < 1.6 * small && shared > 0.6 * span && b.left - a.right < 1.5 * small
}

function isLetter({ left, top, right, bottom, size }: Component, { minHeight, maxHeight }: TextLineOptions): boolean {
  const [w, h] = [right - left + 1, bottom - top + 1]
  if (h < minHeight || h > maxHeight || w > 6 * h) return false
  const fill = size / (w * h)
  return fill > 0.12 && (fill < 0.95 || w < 0.5 * h)
}

/** Joins letters that stand side by side into lines: similar heights, on one base, no farther apart than a word space or two. */
function chain(letters: Component[]): Component[][] {
  const sorted = [...letters].sort((a, b) => a.left - b.left)
  const lines: Component[][] = []
  // Those that may still go on.
  const open: Component[][] = []
  for (const letter of sorted) {
    let best: Component[] | null = null
    let bestGap = Number.POSITIVE_INFINITY
    let kept = 0
    for (const line of open) {
      if (isOver(line, letter)) continue
      open[kept++] = line
      const gap = gapBetween(line, letter)
      if (gap < bestGap) {
        best = line
        bestGap = gap
      }
    }
    open.length = kept
    if (best) best.push(letter)
    else {
      const line = [letter]
      lines.push(line)
      open.push(line)
    }
  }
  return lines
}

/** True where no letter from this one on can be near enough: `gapBetween` allows 1.4 of the lower height and 0.3 of one 2.1 times that. */
function isOver(line: readonly Component[], { left }: Component): boolean {
  const last = line.at(-1)!
  const before = line.at(-2) ?? last
  return left - Math.max(last.right, before.right) > 2.1 * Math.max(heightOf(last), heightOf(before))
}

function gapBetween(line: Component[], letter: Component): number {
  const last = line.at(-1)!
  const before = line.at(-2) ?? last
  const [h1, h2] = [Math.max(heightOf(last), heightOf(before)), heightOf(letter)]
  const gap = letter.left - Math.max(last.right, before.right)
  const tall = Math.max(h1, h2)
  if (gap > 1.4 * Math.min(h1, h2) + 0.3 * tall || gap < -0.5 * tall || tall > 2.1 * Math.min(h1, h2))
    return Number.POSITIVE_INFINITY
  const [top, bottom] = [Math.min(last.top, before.top), Math.max(last.bottom, before.bottom)]
  const shared = Math.min(bottom, letter.bottom) - Math.max(top, letter.top)
  return shared > 0.5 * Math.min(bottom - top, h2) ? Math.max(0, gap) : Number.POSITIVE_INFINITY
}

function heightOf({ top, bottom }: Component): number {
  return bottom - top + 1
}

function isLine(line: Component[]): boolean {
  const { left, right } = boxOf(line)
  const height = medianHeight(line)
  return (line.length >= 3 && right - left > 1.6 * height) || (line.length >= 2 && right - left > 2.5 * height)
}

function boxOf(line: Component[]) {
  return {
    left: Math.min(...line.map(({ left }) => left)),
    top: Math.min(...line.map(({ top }) => top)),
    right: Math.max(...line.map(({ right }) => right)),
    bottom: Math.max(...line.map(({ bottom }) => bottom)),
  }
}

function medianHeight(line: Component[]): number {
  const heights = line.map(heightOf).sort((a, b) => a - b)
  return heights[heights.length >> 1]!
}

function overlap(a: TextLine, b: TextLine): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (across <= 0 || down <= 0) return 0
  return (across * down) / ((a.right - a.left + 1) * (a.bottom - a.top + 1))
}
