import type { Plane } from '#lib/domain/artifacts'
import type { Outline, OutlinePoint } from '#lib/domain/region'

/** A projective map of the unit square onto a quad, row by row, the last element 1. */
export type Homography = readonly number[]

/**
 * The map that takes (0,0), (1,0), (1,1), (0,1) to the four corners in their order. Source: Heckbert, Fundamentals of Texture
 * Mapping and Image Warping, 1989, 2.2.2.
 */
export function unitSquareTo([p0, p1, p2, p3]: Outline): Homography {
  const [dx1, dx2] = [p1[0] - p2[0], p3[0] - p2[0]]
  const [dy1, dy2] = [p1[1] - p2[1], p3[1] - p2[1]]
  const sx = p0[0] - p1[0] + p2[0] - p3[0]
  const sy = p0[1] - p1[1] + p2[1] - p3[1]
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / determinant
  const h = (dx1 * sy - sx * dy1) / determinant
  return [
    p1[0] - p0[0] + g * p1[0],
    p3[0] - p0[0] + h * p3[0],
    p0[0],
    p1[1] - p0[1] + g * p1[1],
    p3[1] - p0[1] + h * p3[1],
    p0[1],
    g,
    h,
    1,
  ]
}

/** Where a point of the unit square comes to lie. */
export function mapPoint(map: Homography, [u, v]: OutlinePoint): OutlinePoint {
  const scale = map[6]! * u + map[7]! * v + 1
  return [(map[0]! * u + map[1]! * v + map[2]!) / scale, (map[3]! * u + map[4]! * v + map[5]!) / scale]
}

/** A part of the unit square: `[left, top, right, bottom]`. */
export type UnitBox = readonly [left: number, top: number, right: number, bottom: number]

/**
 * Cuts a part of the unit square out of a plane as an upright plane of `width × height`; the map leads to fractions of the
 * plane. Bilinear; what lies outside the plane repeats its edge. Reduce a plane more than twice as fine beforehand.
 */
export function rectify(
  plane: Plane,
  map: Homography,
  [left, top, right, bottom]: UnitBox,
  width: number,
  height: number,
): Plane {
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const v = top + ((row + 0.5) / height) * (bottom - top)
    for (let column = 0; column < width; column++) {
      const u = left + ((column + 0.5) / width) * (right - left)
      const scale = map[6]! * u + map[7]! * v + 1
      const x = ((map[0]! * u + map[1]! * v + map[2]!) / scale) * plane.width - 0.5
      const y = ((map[3]! * u + map[4]! * v + map[5]!) / scale) * plane.height - 0.5
      data[row * width + column] = levelAt(plane, x, y)
    }
  }
  return { data, width, height }
}

function levelAt({ data, width, height }: Plane, x: number, y: number): number {
  const px = Math.min(width - 1.001, Math.max(0, x))
  const py = Math.min(height - 1.001, Math.max(0, y))
  const at = (py | 0) * width + (px | 0)
  const fx = px - (px | 0)
  const fy = py - (py | 0)
  const upper = data[at]! + fx * (data[at + 1]! - data[at]!)
  const lower = data[at + width]! + fx * (data[at + width + 1]! - data[at + width]!)
  return upper + fy * (lower - upper) + 0.5
}
