/** A point in fractions of the upright picture: x to the right, y down, both 0..1. */
export type Point = [x: number, y: number]

/** A place on a capture: a closed polygon in upright fractions, with the measured value there, in its finding's unit. */
export interface Region {
  points: Point[]
  value: number | null
}

/** Four corners clockwise from the document's top left, in upright fractions; may lie slightly outside 0..1 when a corner is cut. */
export type Outline = readonly [OutlinePoint, OutlinePoint, OutlinePoint, OutlinePoint]
export type OutlinePoint = readonly [x: number, y: number]

/** Smallest axis-parallel box around the points, as `[left, top, right, bottom]` in the unit of the points. */
export function boundingBox(points: readonly OutlinePoint[]): [number, number, number, number] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Mean length of the upper and lower, and of the left and right side of an outline, in the pixels of a picture of this size. */
export function sidesOf(outline: Outline, widthPx: number, heightPx: number): [across: number, down: number] {
  const side = (from: number) => {
    const [[x1, y1], [x2, y2]] = [outline[from]!, outline[(from + 1) % 4]!]
    return Math.hypot((x2 - x1) * widthPx, (y2 - y1) * heightPx)
  }
  return [(side(0) + side(2)) / 2, (side(1) + side(3)) / 2]
}

/** Moves a point that rounding or a cut corner put outside the picture onto its edge. */
export function clampPoint([x, y]: OutlinePoint): Point {
  return [Math.min(1, Math.max(0, x)), Math.min(1, Math.max(0, y))]
}

/** A box `[left, top, right, bottom]` in upright fractions as a region, cut at the picture's edge. */
export function boxRegion([left, top, right, bottom]: readonly number[], value: number | null = null): Region {
  const corners: OutlinePoint[] = [
    [left!, top!],
    [right!, top!],
    [right!, bottom!],
    [left!, bottom!],
  ]
  return { points: corners.map(clampPoint), value }
}
