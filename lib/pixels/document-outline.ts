import type { DocumentOutline, Picture } from '#lib/domain/artifacts'
import type { Outline, OutlinePoint } from '#lib/domain/region'
import { colourGradient } from './colour-gradient.ts'
import { documentMap } from './document-map.ts'
import { edgeMap } from './edge-map.ts'
import { type JudgedQuad, judgeQuad, withMap } from './judge-quad.ts'
import { likelyEdges } from './likely-edges.ts'
import { mapEvidence } from './map-evidence.ts'
import { type Quad, quadArea } from './quad.ts'
import { leastLikely, type QuadChoice, quadChoice } from './quad-choice.ts'
import { type Climb, quadClimb } from './quad-climb.ts'
import { quadRefine } from './quad-refine.ts'
import { type QuadCandidate, quadSearch } from './quad-search.ts'
import { factorTo, shrinkPicture } from './shrink.ts'

/** Long side, about, of what is searched for documents. */
export const searchSidePx = 420
const minConfidence = 0.35
/** Share of a scan below which a frame in it is none of the document. */
const leastOfScan = 0.35
/** How many quads of edges are judged by what lies in and around them. */
const looksCloserAt = 48
/** Where the map makes most edges unlikely, a side has fewer votes and so have the lines beside it; 2 finds as much, 6 less. */
const leastLikelyVotes = 3
/**
 * A frame is clear that is worth so much, and so much more than any other place. In doubt a network is asked; how many right and
 * wrong frames are in doubt stands in docs/decisions/042.
 */
const clear = { worth: 5, lead: 0.6 }
/** How much better another frame must fit the document map to be taken; of 0 to 0.6 measured there. */
const clearlyBetter = 0.3

/**
 * Finds the document: of all four-sided frames of edges the most document-like, searched on a picture of about 400 px and placed on the full one.
 * Null where nothing four-sided stands out. Corners may lie up to a tenth outside the picture. Costs about 40 ms, and 35 more in doubt.
 */
export function documentOutline(picture: Picture): DocumentOutline | null {
  const factor = factorTo(searchSidePx, picture)
  const small = shrinkPicture(picture, factor)
  const found = mostDocumentLike(small)
  if (!found || !isOutline(found.best, small)) return null
  const { best, others } = found
  const corners = inPicture(best.corners, factor)
  const refined = quadRefine(picture, corners, { searchPx: 3 * factor, fixed: best.onBorder })
  return {
    outline: clockwise(refined, picture),
    confidence: confidenceOf(best),
    others: others.map((other) => clockwise(inPicture(other.corners, factor), picture)),
  }
}

interface DocumentLike {
  best: QuadCandidate
  others: QuadCandidate[]
}

/**
 * By edges and colours where those are clear. In doubt a network says which lines are a document's; a scan has no ground to tell
 * the document from, and the network has never seen one.
 */
function mostDocumentLike(small: Picture): DocumentLike | undefined {
  const gradient = colourGradient(small)
  const edges = edgeMap(gradient, { halfAt: 1.5, radius: 10 })
  const { candidates, lines } = quadSearch(edges, looksCloserAt)
  const judge = (quad: QuadCandidate) => judgeQuad(small, gradient, quad)
  const judged = candidates.map(judge)
  const byEdges = quadChoice(judged)
  const isClear = byEdges !== undefined && byEdges.worth >= clear.worth && byEdges.lead >= clear.lead
  if (isClear || isShapedAsDocument(small)) return byEdges && climbed(byEdges, { lines, edges, judge })
  const map = documentMap(small)
  const onMap = (quad: JudgedQuad) => withMap(quad, map, small)
  const likely = quadSearch(likelyEdges(gradient, map), looksCloserAt, leastLikelyVotes)
  const byMap = quadChoice([...judged, ...likely.candidates.map(judge)].map(onMap), leastLikely)
  const chosen = moreLikely(byEdges, byMap, (quad) => mapEvidence(map, small, quad.corners))
  const all = [...lines, ...likely.lines]
  return chosen && climbed(chosen, { lines: all, edges, judge: (quad) => onMap(judge(quad)) })
}

function climbed({ best, others }: QuadChoice, climb: Climb): DocumentLike {
  return { best: quadClimb(best.quad, climb), others }
}

/** The edges' own choice, unless the other fits the map clearly better. */
function moreLikely(
  byEdges: QuadChoice | undefined,
  byMap: QuadChoice | undefined,
  onMap: (quad: QuadCandidate) => number,
): QuadChoice | undefined {
  if (!byEdges || !byMap) return byEdges ?? byMap
  return onMap(byMap.best.quad) >= onMap(byEdges.best.quad) + clearlyBetter ? byMap : byEdges
}

function isOutline(quad: QuadCandidate, picture: Picture): boolean {
  if (quad.onBorder.filter(Boolean).length > 2 || confidenceOf(quad) < minConfidence) return false
  return !isShapedAsDocument(picture) || quadArea(quad.corners) > leastOfScan * picture.width * picture.height
}

/**
 * Cameras' pictures are 4:3, 3:2 or 16:9. One in the very shape of a card or page is a scan of it, and a small frame in it is the
 * portrait's.
 */
export function isShapedAsDocument({ width, height }: Picture): boolean {
  const aspect = Math.max(width, height) / Math.min(width, height)
  const isCamera = [4 / 3, 3 / 2, 16 / 9].some((known) => Math.abs(aspect - known) < 0.02)
  return aspect > 1.36 && aspect < 1.68 && !isCamera
}

function inPicture(corners: Quad, factor: number): Quad {
  return corners.map(([x, y]) => [(x + 0.5) * factor - 0.5, (y + 0.5) * factor - 0.5]) as Quad
}

/** Mean support of the sides, so that one unclear side lowers it and two sink it. */
function confidenceOf({ support }: QuadCandidate): number {
  return support.reduce((sum, side) => sum + side, 0) / 4
}

/** Corners in upright fractions, clockwise from the one nearest the picture's top left. */
function clockwise(corners: Quad, { width, height }: Picture): Outline {
  const points = corners.map(([x, y]) => [(x + 0.5) / width, (y + 0.5) / height] as OutlinePoint)
  const cx = points.reduce((sum, [x]) => sum + x, 0) / 4
  const cy = points.reduce((sum, [, y]) => sum + y, 0) / 4
  points.sort((a, b) => Math.atan2(a[1] - cy, a[0] - cx) - Math.atan2(b[1] - cy, b[0] - cx))
  const first = points.reduce((best, [x, y], i) => (x + y < points[best]![0] + points[best]![1] ? i : best), 0)
  return [0, 1, 2, 3].map((i) => points[(first + i) % 4]!) as unknown as Outline
}
