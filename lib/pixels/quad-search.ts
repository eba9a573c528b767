import type { EdgeMap } from './edge-map.ts'
import { houghLines, type Line } from './hough-lines.ts'
import { type LineSupport, lineSupport } from './line-support.ts'
import { outerQuad } from './outer-quad.ts'
import { cornerDistance, isConvex, type Quad, type QuadPoint, quadArea } from './quad.ts'
import { bordersMakeSense, mayBeSide, type QuadSide, quadSide } from './quad-side.ts'

export interface QuadCandidate {
  /** In pixels of the edge map. */
  corners: Quad
  /** Higher is better; comparable within one picture only. */
  score: number
  /** Share of each side lying on an edge, 0..1, in the order of the corners. */
  support: [number, number, number, number]
  /** Sides that are the picture's own border: the document goes on beyond it. */
  onBorder: [boolean, boolean, boolean, boolean]
  /** Mean share of the sides' continuations past their corners that is an edge too, 0..1: a document's sides end there. */
  beyond: number
  /** What the sides lie on, each from its corner to the next. */
  lines: SideLines
}

export type SideLines = readonly [SideLine, SideLine, SideLine, SideLine]

/** A line that may carry a side; `support` is null for the picture's own border. */
export interface SideLine extends Line {
  support: LineSupport | null
}

export interface QuadSearch {
  /** The most document-like quads, best first. */
  candidates: QuadCandidate[]
  /** The strongest lines, without the picture's border. */
  lines: Line[]
}

const lineCount = 100
const mostRungs = 8
const minSideFraction = 0.14
/** Less than this share of a side on an edge, and it is no side. */
const leastSupport = 0.25
const overhangFraction = 0.1
const borderCost = 0.05
const samePx = 6

interface Crossing {
  x: number
  y: number
  /** Position along the first and the second line, in pixels from the foot of its normal. */
  s: number
  t: number
}

type Crossings = readonly (readonly (Crossing | null)[])[]

/** Looks for quads among all that the strongest lines, of so many votes at least, and the picture's border form. */
export function quadSearch(edges: EdgeMap, keep: number, leastVotes?: number): QuadSearch {
  const strongest = houghLines(edges, lineCount, leastVotes)
  const lines: SideLine[] = [
    ...strongest.map((line) => ({ ...line, support: lineSupport(edges, line) })),
    ...borderLines(edges).map((line) => ({ ...line, support: null })),
  ]
  const crossings = crossingsOf(lines, edges)
  const shortest = Math.min(edges.width, edges.height) * minSideFraction
  const found: QuadCandidate[] = []
  for (const [a, b] of parallelPairs(lines, shortest)) {
    const rungs = rungsBetween(lines, crossings, a, b, shortest)
    for (let i = 0; i < rungs.length; i++) {
      for (let j = i + 1; j < rungs.length; j++) {
        // Each quad comes up twice, once by either pair of opposite sides.
        if (Math.min(rungs[i]!.line, rungs[j]!.line) < Math.min(a, b)) continue
        const quad = quadOfRungs(lines, a, b, rungs[i]!, rungs[j]!, shortest, edges)
        if (quad) found.push(quad)
      }
    }
  }
  found.sort((a, b) => b.score - a.score)
  const outer = found[0] && outerQuad(found[0], found)
  return { candidates: distinct(outer ? [outer, ...found] : found, keep), lines: strongest }
}

/** The first so many that differ from all before them by more than a few pixels at a corner. */
function distinct(found: readonly QuadCandidate[], count: number): QuadCandidate[] {
  const kept: QuadCandidate[] = []
  for (const quad of found) {
    if (kept.length === count) break
    if (!kept.some((other) => isSame(quad.corners, other.corners))) kept.push(quad)
  }
  return kept
}

function isSame(a: Quad, b: Quad): boolean {
  return a.every((corner) => b.some((other) => cornerDistance(corner, other) < samePx))
}

/** A line that joins two opposite sides with enough edge between them to be a side itself. */
interface Rung {
  line: number
  side: QuadSide
  onA: Crossing
  onB: Crossing
}

function rungsBetween(
  lines: readonly SideLine[],
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
    const { support } = lines[p]!
    if (!mayBeSide(support, onA.t, onB.t, leastSupport)) continue
    const side = quadSide(support, onA.t, onB.t)
    if (side.support >= leastSupport) rungs.push({ line: p, side, onA, onB })
  }
  // The hundredth line of a texture is no better a side than the best few.
  return rungs.sort((x, y) => worthOf(y.side) - worthOf(x.side)).slice(0, mostRungs)
}

function worthOf({ support, beyond }: QuadSide): number {
  return support - 0.5 * beyond
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

function parallelPairs(lines: readonly SideLine[], minDistance: number): [number, number][] {
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

/** Of each line with each other one. */
function crossingsOf(lines: readonly Line[], edges: EdgeMap): Crossings {
  const crossings = lines.map(() => lines.map((): Crossing | null => null))
  for (let i = 0; i < lines.length; i++) {
    for (let j = 0; j < i; j++) {
      const crossing = crossingOf(lines[i]!, lines[j]!, edges)
      if (!crossing) continue
      crossings[i]![j] = crossing
      crossings[j]![i] = { ...crossing, s: crossing.t, t: crossing.s }
    }
  }
  return crossings
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

function quadOfRungs(
  lines: readonly SideLine[],
  a: number,
  b: number,
  p: Rung,
  q: Rung,
  shortest: number,
  edges: EdgeMap,
): QuadCandidate | null {
  if (Math.abs(p.onA.s - q.onA.s) < shortest || Math.abs(p.onB.s - q.onB.s) < shortest) return null
  const [onA, onB] = [lines[a]!, lines[b]!]
  if (!mayBeSide(onA.support, p.onA.s, q.onA.s, leastSupport)) return null
  if (!mayBeSide(onB.support, q.onB.s, p.onB.s, leastSupport)) return null
  const sides = [
    quadSide(onA.support, p.onA.s, q.onA.s),
    q.side,
    quadSide(onB.support, q.onB.s, p.onB.s),
    p.side,
  ] as const
  return candidateOf(sides, [p.onA, q.onA, q.onB, p.onB], [onA, lines[q.line]!, onB, lines[p.line]!], edges)
}

/** The quad on four lines in the order of its sides; null where they form none that could be a document. */
export function quadOn(lines: SideLines, edges: EdgeMap): QuadCandidate | null {
  const crossings = lines.map((line, i) => crossingOf(lines[(i + 3) % 4]!, line, edges))
  if (crossings.includes(null)) return null
  const sides = lines.map(({ support }, i) => quadSide(support, crossings[i]!.t, crossings[(i + 1) % 4]!.s))
  return candidateOf(sides as unknown as QuadSides, crossings as Crossing[], lines, edges)
}

function cornerOf({ x, y }: Crossing, { width, height }: EdgeMap): QuadPoint {
  return [x + width / 2, y + height / 2]
}

type QuadSides = readonly [QuadSide, QuadSide, QuadSide, QuadSide]

function candidateOf(
  sides: QuadSides,
  crossings: readonly Crossing[],
  lines: SideLines,
  edges: EdgeMap,
): QuadCandidate | null {
  if (sides.some(({ support }) => support < leastSupport) || !bordersMakeSense(...sides)) return null
  const corners = crossings.map((crossing) => cornerOf(crossing, edges)) as Quad
  if (!isConvex(corners)) return null
  return {
    corners,
    lines,
    beyond: sides.reduce((sum, { beyond }) => sum + beyond / 4, 0),
    score: scoreOf(sides, quadArea(corners) / (edges.width * edges.height)),
    support: sides.map(({ support }) => support) as QuadCandidate['support'],
    onBorder: lines.map(({ support }) => support === null) as QuadCandidate['onBorder'],
  }
}

function scoreOf(sides: readonly QuadSide[], area: number): number {
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
