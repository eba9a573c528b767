import { describe, expect, test } from 'vitest'
import { lumaOf } from '#lib/pixels/luma'
import { hashDistance, noFingerprint, perceptualHash } from '#lib/pixels/perceptual-hash'
import { shrinkPlane } from '#lib/pixels/shrink'
import { cardPicture } from '../checks/sample-artifacts.ts'
import { blurPlane, paint } from './test-picture.ts'

const card = lumaOf(cardPicture())
const hash = perceptualHash(card)
const changedBy = (change: (level: number) => number) => ({ ...card, data: card.data.map(change) })
const distanceTo = (plane: typeof card) => hashDistance(hash, perceptualHash(plane))

test('16 hex digits, the same for the same pixels', () => {
  expect(hash).toMatch(/^[0-9a-f]{16}$/)
  expect(distanceTo({ ...card })).toBe(0)
})

describe('hardly changes', () => {
  test('when the picture is darkened, lightened or made duller', () => {
    expect(distanceTo(changedBy((level) => level * 0.6))).toBeLessThanOrEqual(2)
    expect(distanceTo(changedBy((level) => Math.min(255, level * 1.2)))).toBeLessThanOrEqual(2)
    expect(distanceTo(changedBy((level) => 100 + level / 4))).toBeLessThanOrEqual(3)
  })

  test('when it is made smaller or softer', () => {
    expect(distanceTo(shrinkPlane(card, 2))).toBeLessThanOrEqual(1)
    expect(distanceTo(shrinkPlane(card, 5))).toBeLessThanOrEqual(3)
    expect(distanceTo(blurPlane(card, 3, 3))).toBeLessThanOrEqual(2)
  })

  test('when a hundredth is cropped', () => {
    const [width, height] = [card.width - 10, card.height - 6]
    const cropped = lumaOf(cardPicture({ left: 155 }))
    const data = new Uint8Array(width * height)
    for (let y = 0; y < height; y++) data.set(cropped.data.subarray(y * card.width, y * card.width + width), y * width)
    expect(distanceTo({ data, width, height })).toBeLessThanOrEqual(8)
  })
})

test('is far away for another picture', () => {
  expect(distanceTo(lumaOf(cardPicture({ paper: 90, table: 200, left: 300 })))).toBeGreaterThan(12)
})

test('a picture with nothing in it has none', () => {
  expect(perceptualHash(lumaOf(paint(200, 100, () => [128, 128, 128])))).toBe(noFingerprint)
})

test('smaller than the grid is a picture, too', () => {
  const tiny = paint(20, 10, (x, y) => [x * 12, y * 20, 0])
  expect(perceptualHash(lumaOf(tiny))).not.toBe(noFingerprint)
})

test('distances count bits', () => {
  expect(hashDistance('0000000000000000', 'ffffffffffffffff')).toBe(64)
  expect(hashDistance('8000000000000001', '0000000000000001')).toBe(1)
})
