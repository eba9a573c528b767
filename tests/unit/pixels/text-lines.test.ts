import { expect, test } from 'vitest'
import type { Outline } from '#lib/domain/region'
import { lumaOf } from '#lib/pixels/luma'
import { mapPoint, rectify, unitSquareTo } from '#lib/pixels/rectify'
import { textLines } from '#lib/pixels/text-lines'
import oracle from '../../fixtures/oracle/expected.json' with { type: 'json' }
import { noise, paint } from './test-picture.ts'

const corners: Outline = [
  [0.1, 0.2],
  [0.8, 0.1],
  [0.9, 0.85],
  [0.15, 0.7],
]

test('the map onto a quad is OpenCV’s, and takes corners to corners', () => {
  const map = unitSquareTo(corners)
  map.forEach((value, i) => {
    expect(value).toBeCloseTo(oracle.perspective[i]!, 5)
  })
  expect(mapPoint(map, [1, 1]).map((part) => Math.round(part * 1e6) / 1e6)).toEqual([0.9, 0.85])
})

test('a straightened quad shows what lies in it, upright', () => {
  const map = unitSquareTo(corners)
  const target = mapPoint(map, [0.25, 0.75])
  const picture = paint(400, 300, (x, y) => {
    const isSpot = Math.hypot(x / 400 - target[0], y / 300 - target[1]) < 0.03
    return isSpot ? [0, 0, 0] : [200, 200, 200]
  })
  const upright = rectify(lumaOf(picture), map, [0, 0, 1, 1], 200, 120)
  expect(upright.data[Math.round(0.75 * 120) * 200 + 50]).toBeLessThan(40)
  expect(upright.data[10 * 200 + 150]).toBeGreaterThan(180)
})

/** Rows of small blocks like letters: six of them at `left`, `top`, 12 px high. */
function isInk(x: number, y: number, left: number, top: number): boolean {
  const [u, v] = [x - left, y - top]
  return u >= 0 && u < 120 && v >= 0 && v < 12 && u % 20 < 9 && (u % 20 < 3 || v < 3 || v > 8)
}

test('lines of print are found with their boxes, dark on light and light on dark, and noise is none', () => {
  const picture = paint(400, 300, (x, y) => {
    const onDark = y > 200
    const ink = isInk(x, y, 60, 40) || isInk(x, y, 60, 100) || isInk(x, y, 200, 240)
    const level = onDark ? (ink ? 230 : 60) : ink ? 40 : 200
    return [level, level, level].map((one) => one + noise(x, y, 4))
  })
  const lines = textLines(lumaOf(picture), { minHeight: 8, maxHeight: 40 })
  expect(lines.map(({ letters, isLight }) => ({ letters, isLight }))).toEqual([
    { letters: 6, isLight: false },
    { letters: 6, isLight: false },
    { letters: 6, isLight: true },
  ])
  expect(lines[0]).toMatchObject({ left: 60, top: 40, right: 168, bottom: 51, letterHeight: 12 })
})
