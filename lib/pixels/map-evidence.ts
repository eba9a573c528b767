import type { DocumentMap } from './document-map.ts'
import type { Quad, QuadPoint } from './quad.ts'
import { innerPoints, ringPoints, within } from './quad-points.ts'

const perSide = 40

/**
 * How well a quad in pixels of the picture fits the document map: a document inside, none around it, sides along its own. From −1
 * for a quad beside the only document to 2 for the document itself.
 */
export function mapEvidence(map: DocumentMap, picture: { width: number; height: number }, corners: Quad): number {
  const mean = (values: Float32Array, points: readonly QuadPoint[]) => meanAt(values, map, picture, points)
  const inside = mean(
    map.inside,
    innerPoints.map(([u, v]) => within(corners, u, v)),
  )
  const around = mean(
    map.inside,
    ringPoints.map(([u, v]) => within(corners, u, v)),
  )
  const along = corners.reduce((sum, _, side) => sum + mean(map.sides, pointsOfSide(corners, side)) / 4, 0)
  return inside - around + along
}

/** 0 where all points lie outside the picture. */
function meanAt(
  values: Float32Array,
  map: DocumentMap,
  picture: { width: number; height: number },
  points: readonly QuadPoint[],
): number {
  let sum = 0
  let count = 0
  for (const [x, y] of points) {
    const column = Math.floor(((x + 0.5) / picture.width) * map.width)
    const row = Math.floor(((y + 0.5) / picture.height) * map.height)
    if (column < 0 || row < 0 || column >= map.width || row >= map.height) continue
    sum += values[row * map.width + column]!
    count++
  }
  return sum / Math.max(1, count)
}

function pointsOfSide(corners: Quad, side: number): QuadPoint[] {
  const [from, to] = [corners[side]!, corners[(side + 1) % 4]!]
  return Array.from({ length: perSide }, (_, k) => {
    const at = 0.04 + (0.92 * (k + 0.5)) / perSide
    return [from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])]
  })
}
