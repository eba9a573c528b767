import { expect, test } from 'vitest'
import { glareCertainty, shineMap, withoutFields } from '#lib/pixels/shine'
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

test.each([
  ['the white gap between two cards is a field', (_x: number, y: number) => y > 94 && y < 106, 0],
  ['a reflection of its height is light', (x: number, y: number) => Math.hypot((x - 90) / 6, y - 100) < 6, 1],
])('%s', (_, isWhite, light) => {
  const [width, height] = [180, 200]
  const cards = paint(width, height, (x, y) => {
    const isNear = isWhite(x, y - 3) || isWhite(x, y + 3)
    return [0, 0, 0].map(() => (isWhite(x, y) ? 255 : isNear ? 228 : 190))
  })
  const { patches } = shineMap(cards, new Uint8Array(width * height).fill(1))
  expect(patches).toHaveLength(1)
  expect(withoutFields(patches)).toHaveLength(light)
  expect(glareCertainty(patches[0]!)).toBeGreaterThan(0)
})
