import { expect, it } from 'vitest'
import { usualColour } from '#lib/pixels/usual-colour'
import { paint } from './test-picture.ts'

const everywhere = (side: number) => new Uint8Array(side * side).fill(1)

it('keeps paper in light and shade, and leaves out what is printed in another colour', () => {
  const picture = paint(20, 20, (x, y) => (y < 5 ? [20, 160, 60] : x < 10 ? [200, 190, 180] : [100, 95, 90]))
  const usual = usualColour(picture, everywhere(20), 0.05)
  expect([...usual]).toEqual(Array.from({ length: 400 }, (_, i) => (i < 100 ? 0 : 1)))
})

it('takes what is usual from the masked part alone', () => {
  const picture = paint(20, 20, (_, y) => (y < 14 ? [20, 160, 60] : [200, 190, 180]))
  const below = Uint8Array.from({ length: 400 }, (_, i) => (i < 280 ? 0 : 1))
  expect(usualColour(picture, below, 0.05)).toEqual(below)
})

it('has nothing usual where there is no light', () => {
  const black = paint(4, 4, () => [0, 0, 0])
  expect(usualColour(black, everywhere(4), 0.05)).toEqual(new Uint8Array(16))
})
