import type { OutlinePoint } from '#lib/domain/region'

/**
 * Mask (row-major `width × height`, 1 inside) of the pixels whose centres lie in the polygon, given in fractions of the
 * picture; parts outside the picture are cut.
 */
export function polygonMask(points: readonly OutlinePoint[], width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (const [from, to] of polygonSpans(points, width, height)) mask.fill(1, from, to)
  return mask
}

/** The same pixels as stretches of rows, from the first to before the last (row-major). */
export function polygonSpans(
  points: readonly OutlinePoint[],
  width: number,
  height: number,
): (readonly [from: number, to: number])[] {
  const spans: [number, number][] = []
  for (let y = 0; y < height; y++) {
    const crossings = crossingsOf(points, (y + 0.5) / height).map((x) => x * width)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i]! - 0.5))
      const to = Math.min(width, Math.ceil(crossings[i + 1]! - 0.5))
      if (to > from) spans.push([y * width + from, y * width + to])
    }
  }
  return spans
}

/** Sorted x positions at which the polygon's border crosses the horizontal line at `y`, all in fractions. */
function crossingsOf(points: readonly OutlinePoint[], y: number): number[] {
  const crossings: number[] = []
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = points[i]!
    const [x2, y2] = points[(i + 1) % points.length]!
    if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  }
  return crossings.sort((a, b) => a - b)
}

/** Area of a polygon in the square of its points' unit (shoelace). */
export function polygonArea(points: readonly OutlinePoint[]): number {
  let twice = 0
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = points[i]!
    const [x2, y2] = points[(i + 1) % points.length]!
    twice += x1 * y2 - x2 * y1
  }
  return Math.abs(twice) / 2
}
