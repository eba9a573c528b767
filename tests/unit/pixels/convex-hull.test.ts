import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '#lib/domain/region'
import { convexHull } from '#lib/pixels/convex-hull'

const whole = fc.integer({ min: 0, max: 8 })
const points = fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 30 })

describe('convexHull', () => {
  it('leaves out what lies inside or on an edge', () => {
    const square: Point[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]
    const found = convexHull([[2, 2], ...square, [2, 0], [1, 3]])
    expect(found).toHaveLength(4)
    expect(found).toEqual(expect.arrayContaining(square))
  })

  it('turns the same way at every corner and has every point inside', () => {
    fc.assert(
      fc.property(points, (given) => {
        const hull = convexHull(given)
        for (const [index, [ax, ay]] of hull.entries()) {
          const [bx, by] = hull[(index + 1) % hull.length]!
          for (const [x, y] of given) expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
