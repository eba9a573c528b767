import { expect, test } from 'vitest'
import { shineMap } from '#lib/pixels/shine'
import { paint } from './test-picture.ts'

test('light at the picture’s right edge does not go on at its left', () => {
  const side = 40
  const picture = paint(side, side, (x, y) => {
    const isCore = x > 34 && y > 9 && y < 16
    const isPale = x < 2
    return [0, 0, 0].map(() => (isCore ? 255 : isPale ? 160 : 100))
  })
  const { patches } = shineMap(picture, new Uint8Array(side * side).fill(1))
  expect(patches).toHaveLength(1)
  expect(patches[0]!.cells.filter((i) => i % side < 2)).toEqual([])
})
