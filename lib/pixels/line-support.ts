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

function strongestAcross(edges: EdgeMap, line: Line, x: number, y: number): number {
  let best = 0
  for (let d = -halfWidthPx; d <= halfWidthPx; d++) {
    const px = Math.round(x + d * line.nx)
    const py = Math.round(y + d * line.ny)
    if (px < 0 || py < 0 || px >= edges.width || py >= edges.height) continue
    const i = py * edges.width + px
    const strength = edges.strength[i]!
    if (strength <= best) continue
    const across = Math.abs(edges.gx[i]! * line.nx + edges.gy[i]! * line.ny)
    if (across >= aligned * edges.magnitude[i]!) best = strength
  }
  return best
}

/** Edge sum and inside count between two positions on the line, in pixels from its foot; clamped to the picture's reach. */
export function supportBetween(support: LineSupport, from: number, to: number): { edge: number; inside: number } {
  const a = indexAt(support, Math.min(from, to))
  const b = indexAt(support, Math.max(from, to))
  return { edge: support.edge[b]! - support.edge[a]!, inside: support.inside[b]! - support.inside[a]! }
}

/** What share of the line between two positions is an edge, of what lies inside the picture; 0 where none does. */
export function shareOnEdge(support: LineSupport, from: number, to: number): number {
  const { edge, inside } = supportBetween(support, from, to)
  return inside > 0 ? edge / inside : 0
}

function indexAt({ reach }: LineSupport, position: number): number {
  return Math.min(2 * reach + 1, Math.max(0, Math.round(position) + reach))
}
