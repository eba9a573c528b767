import type { Quad, QuadPoint } from './quad.ts'

const along = 20
const across = 10

/** A place in the quad by fractions along its sides; beyond 0..1 it lies outside. */
export function within([a, b, c, d]: Quad, u: number, v: number): QuadPoint {
  const mix = (axis: 0 | 1) => (a[axis] * (1 - u) + b[axis] * u) * (1 - v) + (d[axis] * (1 - u) + c[axis] * u) * v
  return [mix(0), mix(1)]
}

/** Evenly spread over a quad, as fractions along its sides. */
export const innerPoints: QuadPoint[] = Array.from({ length: 2 * along * across }, (_, i) => [
  0.05 + (0.9 * ((i % (2 * along)) + 0.5)) / (2 * along),
  0.05 + (0.9 * (Math.floor(i / (2 * along)) + 0.5)) / across,
])

/** Close around a quad, at a twentieth and an eighth of its size. */
export const ringPoints: QuadPoint[] = Array.from({ length: 2 * along }, (_, i) => (i + 0.5) / (2 * along)).flatMap(
  (t) =>
    [0.05, 0.12].flatMap((away) => {
      const run = -away + t * (1 + 2 * away)
      return [
        [run, -away],
        [run, 1 + away],
        [-away, run],
        [1 + away, run],
      ] as QuadPoint[]
    }),
)
