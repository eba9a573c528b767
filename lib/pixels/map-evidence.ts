import type { DocumentMap } from './document-map.ts'
import type { Quad, QuadPoint } from './quad.ts'
import { innerPoints, ringPoints, within } from './quad-points.ts'

const perSide = 40
/** Along a side of a quad, as fractions of it. */
const alongSide: QuadPoint[] = Array.from({ length: perSide }, (_, k) => [0.04 + (0.92 * (k + 0.5)) / perSide, 0])

/**
 * How well a quad in pixels of the picture fits the document map: a document inside, none around it, sides along its own. From −1
 * for a quad beside the only document to 2 for the document itself.
 */
export function mapEvidence(map: DocumentMap, picture: { width: number; height: number }, corners: Quad): number {
  const onMap = corners.map(([x, y]) => [
    ((x + 0.5) / picture.width) * map.width,
    ((y + 0.5) / picture.height) * map.height,
  ]) as Quad
  const along = [0, 1, 2, 3].reduce((sum, side) => {
    const turned = [0, 1, 2, 3].map((corner) => onMap[(side + corner) % 4]!) as Quad
    return sum + meanAt(map.sides, map, turned, alongSide) / 4
  }, 0)
  return meanAt(map.inside, map, onMap, innerPoints) - meanAt(map.inside, map, onMap, ringPoints) + along
}

/** Mean of a map's values at fractions along a quad's sides; 0 where all of them lie outside the picture. */
function meanAt(values: Float32Array, map: DocumentMap, quad: Quad, points: readonly QuadPoint[]): number {
  let sum = 0
  let count = 0
  for (const [u, v] of points) {
    const [x, y] = within(quad, u, v)
    if (x < 0 || y < 0 || x >= map.width || y >= map.height) continue
    sum += values[Math.floor(y) * map.width + Math.floor(x)]!
    count++
  }
  return sum / Math.max(1, count)
}
