import { edgeBetween, insideBetween, type LineSupport } from './line-support.ts'

/** One side of a quad, as its edge is seen. Shares are 0..1. */
export interface QuadSide {
  length: number
  support: number
  /** Support of its first and its last eighth. */
  start: number
  end: number
  /** Share of the line's continuation past both corners that is an edge too: a side ends at its corners. */
  beyond: number
  isBorder: boolean
}

/** What a side along the picture's border counts: worse than a clear edge, better than none. */
const borderSupport = 0.5
/** Share of a neighbour's last eighth that has to be an edge for it to reach the border. */
const leastEndSupport = 0.55
const border = { support: borderSupport, start: 1, end: 1, beyond: 0, isBorder: true }

/** The part of a line between two positions on it, in pixels from its foot; `support` is null for the picture's own border. */
export function quadSide(support: LineSupport | null, from: number, to: number): QuadSide {
  const length = Math.abs(to - from)
  if (!support) return { ...border, length }
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const inside = insideBetween(support, low, high)
  if (inside < 0.4 * length) return { ...border, length, support: 0, isBorder: false }
  const reach = Math.max(8, 0.12 * length)
  const beyond = edgeBetween(support, low - reach - 3, low - 3) + edgeBetween(support, high + 3, high + reach + 3)
  const atLow = shareBetween(support, low, low + reach)
  const atHigh = shareBetween(support, high - reach, high)
  return {
    length,
    support: edgeBetween(support, low, high) / inside,
    start: from < to ? atLow : atHigh,
    end: from < to ? atHigh : atLow,
    beyond: beyond / (2 * reach),
    isBorder: false,
  }
}

/** False where the part is surely less supported than told: cheaper than `quadSide`, which looks at its ends too. */
export function mayBeSide(support: LineSupport | null, from: number, to: number, least: number): boolean {
  return !support || shareBetween(support, Math.min(from, to), Math.max(from, to)) >= least
}

function shareBetween(support: LineSupport, low: number, high: number): number {
  return edgeBetween(support, low, high) / Math.max(1, insideBetween(support, low, high))
}

/**
 * The picture's border is a side only where its neighbours run right up to it: there the document is cut. Sides `a` and `b`
 * face each other and run from `p` to `q` and back; `p` and `q` both run from `a` to `b`.
 */
export function bordersMakeSense(a: QuadSide, q: QuadSide, b: QuadSide, p: QuadSide): boolean {
  // Cut at two opposite sides it would be a strip, not a document.
  if ((a.isBorder && b.isBorder) || (p.isBorder && q.isBorder)) return false
  const least = leastEndSupport
  if (a.isBorder && (p.start < least || q.start < least)) return false
  if (b.isBorder && (p.end < least || q.end < least)) return false
  if (q.isBorder && (a.end < least || b.start < least)) return false
  return !p.isBorder || (a.start >= least && b.end >= least)
}
