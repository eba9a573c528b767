import type { DocumentOutline, Picture } from '#lib/domain/artifacts'
import type { Outline, OutlinePoint } from '#lib/domain/region'
import { colourGradient } from './colour-gradient.ts'
import { edgeMap } from './edge-map.ts'
import type { Quad } from './quad.ts'
import { quadChoice } from './quad-choice.ts'
import { quadRefine } from './quad-refine.ts'
import { type QuadCandidate, quadSearch } from './quad-search.ts'
import { factorTo, shrinkPicture } from './shrink.ts'

const searchSidePx = 420
const minConfidence = 0.35
/** How many quads of edges are judged by what lies in and around them. */
const looksCloserAt = 48

/**
 * Finds the document: of all four-sided frames of edges the most document-like, searched on a picture of about 400 px and placed on the full one.
 * Null where nothing four-sided stands out. Corners may lie up to a tenth outside the picture. Costs about 60 ms.
 */
export function documentOutline(picture: Picture): DocumentOutline | null {
  const factor = factorTo(searchSidePx, picture)
  const small = shrinkPicture(picture, factor)
  const gradient = colourGradient(small)
  const candidates = quadSearch(edgeMap(gradient, { halfAt: 1.5, radius: 10 }), looksCloserAt)
  const best = quadChoice(small, gradient, candidates)
  if (!best || best.onBorder.filter(Boolean).length > 2) return null
  const confidence = confidenceOf(best)
  if (confidence < minConfidence) return null
  const corners = best.corners.map(([x, y]) => [(x + 0.5) * factor - 0.5, (y + 0.5) * factor - 0.5]) as Quad
  const refined = quadRefine(picture, corners, { searchPx: 3 * factor, fixed: best.onBorder })
  return { outline: clockwise(refined, picture), confidence }
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
