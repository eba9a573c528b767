import type { Outline, OutlinePoint } from '#lib/domain/region'
import type { Size } from './capture-geometry.ts'

/** How a line of a picture is cut out and laid level: an SVG's viewBox size, and the transform of the whole picture in it. */
export interface Crop {
  width: number
  height: number
  transform: string
}

/** Room round the line, in heights of it: enough to see that nothing was cut off. */
const roomAcross = 0.55
const roomAbove = 0.3

/** Cuts out a place whose first corner is where its text begins, however the document lies. In pixels of the picture. */
export function cropOf(place: Outline, { width, height }: Size): Crop {
  const [topLeft, topRight, bottomRight, bottomLeft] = place.map(([x, y]) => [x * width, y * height] as const) as [
    OutlinePoint,
    OutlinePoint,
    OutlinePoint,
    OutlinePoint,
  ]
  const across = Math.max(1, distance(topLeft, topRight), distance(bottomLeft, bottomRight))
  const down = Math.max(1, distance(topLeft, bottomLeft), distance(topRight, bottomRight))
  const degrees = (Math.atan2(topRight[1] - topLeft[1], topRight[0] - topLeft[0]) * 180) / Math.PI
  const [left, top] = [roomAcross * down, roomAbove * down]
  return {
    width: across + 2 * left,
    height: down + 2 * top,
    transform: `translate(${rounded(left)} ${rounded(top)}) rotate(${rounded(-degrees)}) translate(${rounded(-topLeft[0])} ${rounded(-topLeft[1])})`,
  }
}

function distance([x1, y1]: OutlinePoint, [x2, y2]: OutlinePoint): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
