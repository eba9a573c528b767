import type { Quad } from './quad.ts'

/** Focal length of phones' main cameras, in long sides of the picture: 26 mm on 36 mm film. */
const focalShare = 0.72
/** Aspects of ID-1 and ID-3. */
const aspects = [Math.log(85.6 / 53.98), Math.log(125 / 88)]

/**
 * How far a quad can be a flat rectangle with the shape of a card or passport page before a phone's camera: `aspect` is its
 * longer by its shorter side with the perspective taken out (Zhang & He 2004, focal length known); `shape` and `square` 0..1.
 */
export function rectangleLikeness(
  corners: Quad,
  { width, height }: { width: number; height: number },
): { aspect: number; shape: number; square: number } {
  const focal = focalShare * Math.max(width, height)
  const [m1, m2, m3, m4] = corners.map(([x, y]) => [(x - width / 2) / focal, (y - height / 2) / focal, 1] as const) as [
    Vector,
    Vector,
    Vector,
    Vector,
  ]
  // The corners are m1, l2·m2, l3·m3, l4·m4 in space, up to one scale, and opposite sides are parallel: m1 + l3·m3 = l2·m2 + l4·m4.
  const first = minus(scaled(m2, dot(m1, cross(m3, m4)) / (dot(m2, cross(m3, m4)) || 1e-9)), m1)
  const second = minus(scaled(m4, dot(m1, cross(m3, m2)) / (dot(m4, cross(m3, m2)) || 1e-9)), m1)
  const [a, b] = [Math.sqrt(dot(first, first)), Math.sqrt(dot(second, second))]
  const aspect = Math.max(a, b) / (Math.min(a, b) || 1e-9)
  const off = Math.min(...aspects.map((known) => Math.abs(Math.log(aspect) - known)))
  return {
    aspect,
    shape: Math.exp(-((off / 0.12) ** 2) / 2),
    square: Math.exp(-((dot(first, second) / (a * b || 1e-9) / 0.15) ** 2) / 2),
  }
}

type Vector = readonly [number, number, number]

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function minus(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

function scaled(a: Vector, factor: number): Vector {
  return [a[0] * factor, a[1] * factor, a[2] * factor]
}
