import { expect, test } from 'vitest'
import { documentOutline } from '#lib/pixels/document-outline'
import { noise, paint } from './test-picture.ts'

/** A card with rounded corners and print on a table, its long axis turned a little. */
function cardOn(table: number, card: number, left = 150) {
  const turn = 0.08
  return paint(800, 600, (x, y) => {
    const u = (x - left) * Math.cos(turn) + (y - 140) * Math.sin(turn)
    const v = (y - 140) * Math.cos(turn) - (x - left) * Math.sin(turn)
    const [across, down] = [Math.abs(u - 240) - 220, Math.abs(v - 150) - 130]
    const outside = across > 0 && down > 0 ? Math.hypot(across, down) - 20 : Math.max(across, down) - 20
    const print = u > 60 && u < 400 && v % 30 > 22 && v > 40 && v < 270 && (u * 3) % 17 < 9
    const level = (outside > 0 ? table : print ? card - 90 : card) + noise(x, y, 5)
    return [level, level - 3, level - 8].map((value) => Math.max(0, Math.min(255, value)))
  })
}

const truth = [
  [150, 140],
  [150 + 480 * Math.cos(0.08), 140 + 480 * Math.sin(0.08)],
  [150 + 480 * Math.cos(0.08) - 300 * Math.sin(0.08), 140 + 480 * Math.sin(0.08) + 300 * Math.cos(0.08)],
  [150 - 300 * Math.sin(0.08), 140 + 300 * Math.cos(0.08)],
] as const

test.each([
  ['a dark table', 60, 210],
  ['a table nearly of its own colour', 198, 210],
])('a card with rounded corners is outlined on %s', (_, table, card) => {
  const { outline } = documentOutline(cardOn(table, card))!
  outline.forEach(([x, y], i) => {
    expect(Math.hypot(x * 800 - truth[i]![0], y * 600 - truth[i]![1])).toBeLessThan(8)
  })
})

test('a card that runs out of the picture is outlined up to the border', () => {
  const { outline } = documentOutline(cardOn(60, 210, -60))!
  expect(Math.min(...outline.map(([x]) => x))).toBeLessThan(0.01)
})

test('an empty table has no outline', () => {
  expect(documentOutline(paint(800, 600, (x, y) => [120, 118, 110].map((level) => level + noise(x, y, 6))))).toBeNull()
})
