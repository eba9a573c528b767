import type { JudgedQuad } from './judge-quad.ts'
import { cornerDistance, type Quad, type QuadPoint, quadArea } from './quad.ts'
import type { QuadCandidate } from './quad-search.ts'

export interface QuadChoice {
  /** The most document-like. */
  best: JudgedQuad
  /** How document-like by its edges and colours: clear ones are worth 5 and more. */
  worth: number
  /** How much more it is worth than the next best that lies elsewhere. */
  lead: number
  /** Apart from the best and from each other, and so document-like that each must be one. */
  others: QuadCandidate[]
}

/** What another document has to show at least: in worth, in the cues' own 0..1, and in its share of the first one's area. */
const another = { worth: 4.4, square: 0.7, shape: 0.8, print: 0.25, shareOfBest: 0.3 }

/** Distance of corners, on a picture of about 400 px, from which a frame is another one. */
const elsewherePx = 12

/** What a page has to show to be taken in place of a frame in it: less worth by so much at most, and its own shape. */
const pageRound = { lessWorth: 0.4, square: 0.8, shape: 0.8 }
/** Share of its page that a portrait takes: 35 × 45 mm on ID-3 are 0.14, on ID-1 at most 0.3. */
const portraitShare = { least: 0.11, most: 0.3 }
/** Cosine of the angle between the long sides of page and portrait, seen in perspective. */
const mostAlong = 0.35

/** Below this a frame is chance: the edges of things that happen to meet. Right ones were worth 3.9 and more. */
const leastWorth = 3.5
/** The same with what the document map adds: right frames had 4.51 and more (docs/decisions/042). */
export const leastLikely = 4.5

/** Chooses the most likely quad; undefined where it is worth less than `least`. */
export function quadChoice(quads: readonly JudgedQuad[], least: number = leastWorth): QuadChoice | undefined {
  const judged = quads.toSorted((a, b) => b.likely - a.likely)
  const [first] = judged
  if (!first || first.likely < least) return undefined
  const best = judged.find((page) => isPageRound(page, first)) ?? first
  const apart = [best.quad]
  for (const { quad, cues, worth } of judged) {
    const isDocument =
      worth >= another.worth &&
      cues.square >= another.square &&
      cues.shape >= another.shape &&
      cues.print >= another.print &&
      cues.border === 0 &&
      quadArea(quad.corners) >= another.shareOfBest * quadArea(best.quad.corners)
    if (isDocument && apart.every((other) => areApart(quad.corners, other.corners))) apart.push(quad)
  }
  const rival = judged.find(({ quad }) => isElsewhere(quad.corners, first.quad.corners))
  const lead = first.worth - (rival?.worth ?? 0)
  return { best, worth: first.worth, lead, others: apart.slice(1) }
}

/**
 * A portrait in a frame of its own can look more like a document than the page round it: smaller, upright in a lying page and
 * square to it, it gives way to a page almost as worthy.
 */
function isPageRound(page: JudgedQuad, portrait: JudgedQuad): boolean {
  const share = quadArea(portrait.quad.corners) / quadArea(page.quad.corners)
  return (
    share >= portraitShare.least &&
    share <= portraitShare.most &&
    portrait.likely - page.likely <= pageRound.lessWorth &&
    page.cues.square >= pageRound.square &&
    page.cues.shape >= pageRound.shape &&
    page.cues.border === 0 &&
    portrait.quad.corners.every((corner) => isInside(corner, page.quad.corners)) &&
    Math.abs(cosineBetween(longSide(portrait.quad.corners), longSide(page.quad.corners))) <= mostAlong
  )
}

/** The direction of the longer pair of opposite sides, as long as both together. */
function longSide(corners: Quad): QuadPoint {
  const pairs = [0, 1].map((side) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => corners[(side + i) % 4]!) as Quad
    return [b[0] - a[0] + c[0] - d[0], b[1] - a[1] + c[1] - d[1]] as QuadPoint
  }) as [QuadPoint, QuadPoint]
  return Math.hypot(...pairs[0]) > Math.hypot(...pairs[1]) ? pairs[0] : pairs[1]
}

function cosineBetween(a: QuadPoint, b: QuadPoint): number {
  return (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(...a) * Math.hypot(...b) || 1)
}

/** True where some corner lies far from all of the other's: another place, not the same one a little askew. */
function isElsewhere(a: Quad, b: Quad): boolean {
  return a.some((corner) => b.every((other) => cornerDistance(corner, other) > elsewherePx))
}

/** True where each one's middle and all but one of its corners lie outside the other: one may cover a corner of the other. */
function areApart(a: Quad, b: Quad): boolean {
  return [
    [a, b],
    [b, a],
  ].every(([one, other]) => {
    const middle = [0, 1].map((axis) => one!.reduce((sum, point) => sum + point[axis]! / 4, 0)) as QuadPoint
    return !isInside(middle, other!) && one!.filter((corner) => isInside(corner, other!)).length <= 1
  })
}

function isInside([x, y]: QuadPoint, corners: Quad): boolean {
  const turns = corners.map(([x1, y1], i) => {
    const [x2, y2] = corners[(i + 1) % 4]!
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0
  })
  return turns.every((turn) => turn === turns[0])
}
