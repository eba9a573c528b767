import { expect, test } from 'vitest'
import type { Outline } from '#lib/domain/region'
import { cropOf } from '../../../components/crop-geometry.ts'

const picture = { width: 1000, height: 500 }
const level: Outline = [
  [0.1, 0.2],
  [0.3, 0.2],
  [0.3, 0.24],
  [0.1, 0.24],
]

test('a level line is cut out with some room, its first corner near the top left', () => {
  const { width, height, transform } = cropOf(level, picture)
  expect(width).toBeGreaterThan(200)
  expect(height).toBeGreaterThan(20)
  expect(height).toBeLessThan(40)
  expect(transform).toContain('rotate(0)')
  expect(transform).toContain('translate(-100 -100)')
})

test('a line that stands on its head is turned upright', () => {
  const [a, b, c, d] = level
  expect(cropOf([c, d, a, b], picture).transform).toMatch(/rotate\(-?180\)/)
})

test('a place without area is still a crop', () => {
  const point = [0.5, 0.5] as const
  const { width, height } = cropOf([point, point, point, point], picture)
  expect(width).toBeGreaterThan(0)
  expect(height).toBeGreaterThan(0)
})
