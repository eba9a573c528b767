import type { EdgeMap } from './edge-map.ts'
import type { Line } from './hough-lines.ts'

/** Running sums along a line, indexed by whole pixels from `-reach` to `reach` from the foot of its normal. */
export interface LineSupport {
  reach: number
  /** Sum of edge strength facing across the line, up to each index. */
  edge: Float32Array
  /** Count of positions inside the picture, up to each index. */
  inside: Float32Array
}

const halfWidthPx = 2
/** Cosine of the largest angle between an edge and the line it supports, 14°. */
const aligned = 0.97

/** Walks a line once, so that the edge support of any part of it is one subtraction. */
export function lineSupport(edges: EdgeMap, line: Line): LineSupport {
  const reach = Math.ceil(Math.hypot(edges.width, edges.height) / 2) + 2
  const edge = new Float32Array(2 * reach + 2)
  const inside = new Float32Array(2 * reach + 2)
  const x0 = edges.width / 2 + line.offset * line.nx
  const y0 = edges.height / 2 + line.offset * line.ny
  for (let t = -reach; t <= reach; t++) {
    const x = x0 - t * line.ny
    const y = y0 + t * line.nx
    const within = x >= 1 && y >= 1 && x < edges.width - 1 && y < edges.height - 1
    edge[t + reach + 1] = edge[t + reach]! + (within ? strongestAcross(edges, line, x, y) : 0)
    inside[t + reach + 1] = inside[t + reach]! + (within ? 1 : 0)
  }
  return { reach, edge, inside }
}

function strongestAcross(edges: EdgeMap, { nx, ny }: Line, x: number, y: number): number {
  const { width, height, strength, gx, gy, magnitude } = edges
  let best = 0
  for (let d = -halfWidthPx; d <= halfWidthPx; d++) {
    const px = Math.floor(x + d * nx + 0.5)
    const py = Math.floor(y + d * ny + 0.5)
    if (px < 0 || py < 0 || px >= width || py >= height) continue
    const i = py * width + px
    if (strength[i]! <= best) continue
    const across = Math.abs(gx[i]! * nx + gy[i]! * ny)
    if (across >= aligned * magnitude[i]!) best = strength[i]!
  }
  return best
}

/** How much edge lies between two positions on the line, the lower one first, in pixels from its foot; clamped to the picture's reach. */
export function edgeBetween(support: LineSupport, low: number, high: number): number {
  return support.edge[indexAt(support, high)]! - support.edge[indexAt(support, low)]!
}

/** How many of the positions between two on the line lie inside the picture. */
export function insideBetween(support: LineSupport, low: number, high: number): number {
  return support.inside[indexAt(support, high)]! - support.inside[indexAt(support, low)]!
}

function indexAt({ reach }: LineSupport, position: number): number {
  return Math.min(2 * reach + 1, Math.max(0, Math.round(position) + reach))
}
