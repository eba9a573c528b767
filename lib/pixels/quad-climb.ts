import type { EdgeMap } from './edge-map.ts'
import type { Line } from './hough-lines.ts'
import type { JudgedQuad } from './judge-quad.ts'
import { lineSupport } from './line-support.ts'
import { cornerDistance, sideLength } from './quad.ts'
import { type QuadCandidate, quadOn, type SideLine, type SideLines } from './quad-search.ts'

/** How far a side may move: its farther end, in pixels at least and as a share of the quad's size across it at most. */
const nearestPx = 2.5
const farthest = 0.16
/** Cosine of the angle by which it may turn, 10°. */
const alike = 0.985
/** How much more likely a move has to make the quad; of 0.03 to 0.15 measured in docs/decisions/042. */
const leastGain = 0.15
const mostMoves = 6

export interface Climb {
  /** Where sides may lie. */
  lines: readonly Line[]
  /** What sides are measured on. */
  edges: EdgeMap
  judge: (quad: QuadCandidate) => JudgedQuad
}

/**
 * Moves a quad's sides, one at a time, onto lines near them for as long as that makes it more likely: of the few dozen quads that
 * a search looks at closely, the best often has three sides right and the fourth on a neighbouring line.
 */
export function quadClimb(start: QuadCandidate, { lines, edges, judge }: Climb): QuadCandidate {
  const measured = (line: Line): SideLine => ({ ...line, support: lineSupport(edges, line) })
  const given = quadOn(start.lines.map((line) => (line.support ? measured(line) : line)) as unknown as SideLines, edges)
  if (!given) return start
  const near = lines.filter((line) => given.lines.some((side) => isAlike(line, side))).map(measured)
  let best = judge(given)
  for (let move = 0; move < mostMoves; move++) {
    const next = moved(best.quad, near, edges).map(judge)
    const better = next.reduce((a, b) => (b.likely > a.likely ? b : a), best)
    if (better.likely < best.likely + leastGain) break
    best = better
  }
  return best.quad === given ? start : best.quad
}

/** All quads with one side on another line near it. */
function moved(quad: QuadCandidate, lines: readonly SideLine[], edges: EdgeMap): QuadCandidate[] {
  return quad.lines.flatMap((side, i) => {
    if (!side.support) return []
    return lines.flatMap((line) => {
      const other = isAlike(line, side) && quadOn(quad.lines.with(i, line) as unknown as SideLines, edges)
      return other && isNear(quad, other, i) ? [other] : []
    })
  })
}

function isAlike(a: Line, b: Line): boolean {
  return Math.abs(a.nx * b.nx + a.ny * b.ny) >= alike
}

function isNear({ corners }: QuadCandidate, other: QuadCandidate, side: number): boolean {
  const ends = [side, (side + 1) % 4]
  const away = Math.max(...ends.map((end) => cornerDistance(corners[end]!, other.corners[end]!)))
  const across = Math.min(...[1, 3].map((step) => sideLength(corners, (side + step) % 4)))
  return away >= nearestPx && away <= farthest * across
}
