import type { EdgeMap } from './edge-map.ts'
import { houghLines, type Line } from './hough-lines.ts'
import { type LineSupport, lineSupport, supportBetween } from './line-support.ts'

/** Four corners in pixels of the edge map, in order round the quad (either way). */
export type Quad = [QuadPoint, QuadPoint, QuadPoint, QuadPoint]
export type QuadPoint = [x: number, y: number]

export interface QuadCandidate {
  corners: Quad
  /** Higher is better; comparable within one picture only. */
  score: number
  /** Share of each side lying on an edge, 0..1, in the order of the corners. */
  support: [number, number, number, number]
  /** Sides that are the picture's own border: the document goes on beyond it. */
  onBorder: [boolean, boolean, boolean, boolean]
}

const lineCount = 64
const minSideFraction = 0.14
/** Less than this share of a side on an edge, and it is no side. */
const leastSupport = 0.25
const overhangFraction = 0.1
/** What a side along the picture's border counts: worse than a clear edge, better than none. */
const borderSupport = 0.5
const leastEndSupport = 0.55
const borderCost = 0.05
const outerTolerance = 0.25
const leastOuterSupport = 0.5
const leastBeyondSupport = 0.5
const sameCornerPx = 5

interface Candidate extends Line {
  support: LineSupport | null
}

interface Crossing {
  x: number
  y: number
  /** Position along the first and the second line, in pixels from the foot of its normal. */
  s: number
  t: number
}

type Crossings = readonly (readonly (Crossing | null)[])[]

/** The most document-like quads among all that the strongest lines and the picture's border form, best first. */
export function quadSearch(edges: EdgeMap, keep: number): QuadCandidate[] {
  const lines: Candidate[] = [
    ...houghLines(edges, lineCount).map((line) => ({ ...line, support: lineSupport(edges, line) })),
    ...borderLines(edges).map((line) => ({ ...line, support: null })),
  ]
  const crossings = lines.map((a) => lines.map((b) => crossingOf(a, b, edges)))
  const shortest = Math.min(edges.width, edges.height) * minSideFraction
  const found: QuadCandidate[] = []
  for (const [a, b] of parallelPairs(lines, shortest)) {
    const rungs = rungsBetween(lines, crossings, a, b, shortest)
    for (let i = 0; i < rungs.length; i++) {
      for (let j = i + 1; j < rungs.length; j++) {
        // Each quad comes up twice, once by either pair of opposite sides.
        if (Math.min(rungs[i]!.line, rungs[j]!.line) < Math.min(a, b)) continue
        const quad = judgeQuad(lines, a, b, rungs[i]!, rungs[j]!, shortest, edges)
        if (quad) found.push(quad)
      }
    }
  }
  found.sort((a, b) => b.score - a.score)
  const outer = found[0] && beyondItsLastLine(found[0], found)
  return outer ? [outer, ...found.slice(0, keep - 1)] : found.slice(0, keep)
}

/**
 * A printed bar can look more like a side than the document's own faint edge behind it. The sides that run on past the bar
 * tell: a quad that shares three sides with the best and goes on along two of them, all on edges, is the document.
 */
function beyondItsLastLine(best: QuadCandidate, found: readonly QuadCandidate[]): QuadCandidate | undefined {
  return found.find(
    (quad) =>
      quad.score > best.score - outerTolerance &&
      quad.score < best.score &&
      !quad.onBorder.includes(true) &&
      Math.min(...quad.support) >= leastOuterSupport &&
      areaOf(quad.corners) > 1.05 * areaOf(best.corners) &&
      runsOnAlong(quad, best),
  )
}

/** True where two sides of the outer quad start at corners of the inner one and are edges beyond the inner's ends, too. */
function runsOnAlong(outer: QuadCandidate, inner: QuadCandidate): boolean {
  const same = outer.corners.map((corner) => inner.corners.findIndex((other) => distance(corner, other) < sameCornerPx))
  if (same.filter((i) => i >= 0).length !== 2) return false
  let running = 0
  for (let side = 0; side < 4; side++) {
    const [from, to] = [same[side]!, same[(side + 1) % 4]!]
    if (from >= 0 === to >= 0) continue
    const shared = Math.max(from, to)
    const innerSide = [0, 3]
      .map((step) => (shared + step) % 4)
      .find((i) => !same.includes((i + (i === shared ? 1 : 0)) % 4))
    if (innerSide === undefined) return false
    const [whole, part] = [lengthOf(outer.corners, side), lengthOf(inner.corners, innerSide)]
    const beyond = (outer.support[side]! * whole - inner.support[innerSide]! * part) / Math.max(1, whole - part)
    if (whole > part && beyond >= leastBeyondSupport) running++
  }
  return running === 2
}

function lengthOf(corners: Quad, side: number): number {
  return distance(corners[side]!, corners[(side + 1) % 4]!)
}

function distance([x1, y1]: QuadPoint, [x2, y2]: QuadPoint): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

/** A line that joins two opposite sides with enough edge between them to be a side itself. */
interface Rung {
  line: number
  side: Side
  onA: Crossing
  onB: Crossing
}

function rungsBetween(
  lines: readonly Candidate[],
  crossings: Crossings,
  a: number,
  b: number,
  shortest: number,
): Rung[] {
  const rungs: Rung[] = []
  for (let p = 0; p < lines.length; p++) {
    const onA = crossings[a]![p]
    const onB = crossings[b]![p]
    if (!onA || !onB || Math.abs(onA.t - onB.t) < shortest) continue
    const side = sideOf(lines[p]!, onA.t, onB.t)
    if (side.support >= leastSupport) rungs.push({ line: p, side, onA, onB })
  }
  return rungs
}

function borderLines({ width, height }: EdgeMap): Line[] {
  return [
    { nx: 1, ny: 0, offset: -width / 2, angle: 0, votes: 0 },
    { nx: 1, ny: 0, offset: width / 2, angle: 0, votes: 0 },
    { nx: 0, ny: 1, offset: -height / 2, angle: 90, votes: 0 },
    { nx: 0, ny: 1, offset: height / 2, angle: 90, votes: 0 },
  ]
}

/** Smallest angle between two undirected lines, 0..90 degrees. */
function angleBetween(a: Line, b: Line): number {
  const difference = Math.abs(a.angle - b.angle) % 180
  return Math.min(difference, 180 - difference)
}

function parallelPairs(lines: readonly Candidate[], minDistance: number): [number, number][] {
  const pairs: [number, number][] = []
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      const [a, b] = [lines[i]!, lines[j]!]
      if (angleBetween(a, b) > 38) continue
      const opposite = a.nx * b.nx + a.ny * b.ny < 0
      if (Math.abs(a.offset - (opposite ? -b.offset : b.offset)) >= minDistance) pairs.push([i, j])
    }
  }
  return pairs
}

function crossingOf(a: Line, b: Line, { width, height }: EdgeMap): Crossing | null {
  const cross = a.nx * b.ny - a.ny * b.nx
  // Sides of a photographed document meet at 50° or more.
  if (Math.abs(cross) < 0.76) return null
  const x = (a.offset * b.ny - b.offset * a.ny) / cross
  const y = (b.offset * a.nx - a.offset * b.nx) / cross
  if (Math.abs(x) > width * (0.5 + overhangFraction) || Math.abs(y) > height * (0.5 + overhangFraction)) return null
  return { x, y, s: y * a.nx - x * a.ny, t: y * b.nx - x * b.ny }
}

function judgeQuad(
  lines: readonly Candidate[],
  a: number,
  b: number,
  p: Rung,
  q: Rung,
  shortest: number,
  edges: EdgeMap,
): QuadCandidate | null {
  if (Math.abs(p.onA.s - q.onA.s) < shortest || Math.abs(p.onB.s - q.onB.s) < shortest) return null
  const sideA = sideOf(lines[a]!, p.onA.s, q.onA.s)
  if (sideA.support < leastSupport) return null
  const sideB = sideOf(lines[b]!, q.onB.s, p.onB.s)
  if (sideB.support < leastSupport) return null
  if (!bordersMakeSense(sideA, q.side, sideB, p.side)) return null
  const sides = [sideA, q.side, sideB, p.side] as const
  const corners = [p.onA, q.onA, q.onB, p.onB].map(({ x, y }) => [x + edges.width / 2, y + edges.height / 2]) as Quad
  if (!isConvex(corners)) return null
  return {
    corners,
    score: scoreOf(sides, areaOf(corners) / (edges.width * edges.height)),
    support: sides.map(({ support }) => support) as QuadCandidate['support'],
    onBorder: [a, q.line, b, p.line].map((line) => lines[line]!.support === null) as QuadCandidate['onBorder'],
  }
}

interface Side {
  length: number
  support: number
  /** Support of its first and its last eighth. */
  start: number
  end: number
  /** Share of the line's continuation past both corners that is an edge too: a side ends at its corners. */
  beyond: number
  isBorder: boolean
}

const border = { support: borderSupport, start: 1, end: 1, beyond: 0, isBorder: true }

function sideOf({ support }: Candidate, from: number, to: number): Side {
  const length = Math.abs(to - from)
  if (!support) return { ...border, length }
  const [low, high] = from < to ? [from, to] : [to, from]
  const on = supportBetween(support, low, high)
  if (on.inside < 0.4 * length) return { ...border, length, support: 0, isBorder: false }
  const reach = Math.max(8, 0.12 * length)
  const before = supportBetween(support, low - reach - 3, low - 3)
  const after = supportBetween(support, high + 3, high + reach + 3)
  const atLow = supportBetween(support, low, low + reach)
  const atHigh = supportBetween(support, high - reach, high)
  const ends = [atLow, atHigh].map(({ edge, inside }) => edge / Math.max(1, inside)) as [number, number]
  const [start, end] = from < to ? ends : ends.reverse()
  return {
    length,
    support: on.edge / on.inside,
    start: start!,
    end: end!,
    beyond: (before.edge + after.edge) / (2 * reach),
    isBorder: false,
  }
}

/** The picture's border is a side only where its neighbours run right up to it: there the document is cut. */
function bordersMakeSense(a: Side, q: Side, b: Side, p: Side): boolean {
  // Cut at two opposite sides it would be a strip, not a document.
  if ((a.isBorder && b.isBorder) || (p.isBorder && q.isBorder)) return false
  const least = leastEndSupport
  if (a.isBorder && (p.start < least || q.start < least)) return false
  if (b.isBorder && (p.end < least || q.end < least)) return false
  if (q.isBorder && (a.end < least || b.start < least)) return false
  return !p.isBorder || (a.start >= least && b.end >= least)
}

function scoreOf(sides: readonly Side[], area: number): number {
  const weakest = Math.min(...sides.map(({ support }) => support))
  let along = 0
  let length = 0
  let beyond = 0
  for (const side of sides) {
    along += side.support * side.length
    length += side.length
    beyond += side.beyond / 4
  }
  const mean = along / length
  const shape = Math.log((sides[0]!.length + sides[2]!.length) / (sides[1]!.length + sides[3]!.length))
  // Cards are 1.59, passport pages 1.42 to 1, either way round; perspective bends that by a fifth.
  const odd = Math.max(0, Math.abs(Math.abs(shape) - Math.log(1.5)) - 0.22)
  const borders = sides.filter(({ isBorder }) => isBorder).length
  return 0.6 * mean + 0.4 * weakest - borderCost * borders - 0.35 * beyond + 0.3 * Math.sqrt(area) - 0.2 * odd
}

function areaOf(corners: Quad): number {
  const [[x1, y1], [x2, y2], [x3, y3], [x4, y4]] = corners
  return Math.abs((x3 - x1) * (y4 - y2) - (x4 - x2) * (y3 - y1)) / 2
}

function isConvex(corners: Quad): boolean {
  let sign = 0
  for (let i = 0; i < 4; i++) {
    const [x1, y1] = corners[i]!
    const [x2, y2] = corners[(i + 1) % 4]!
    const [x3, y3] = corners[(i + 2) % 4]!
    const turn = Math.sign((x2 - x1) * (y3 - y2) - (y2 - y1) * (x3 - x2))
    if (turn === 0 || (sign !== 0 && turn !== sign)) return false
    sign = turn
  }
  return true
}
