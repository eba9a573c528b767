import { expect, test } from 'vitest'
import type { Quad } from '#lib/pixels/quad'
import { quadRefine } from '#lib/pixels/quad-refine'
import { noise, paint } from './test-picture.ts'

const truth: Quad = [
  [80, 60],
  [320, 60],
  [320, 220],
  [80, 220],
]
const nearby = truth.map(([x, y], i) => [x + (i % 2 ? 5 : -4), y + (i > 1 ? 4 : -5)]) as Quad

/** A light card on a dark table whose edge fades over so many pixels, as in motion. */
function card(fadePx: number) {
  const share = (distance: number) => Math.max(0, Math.min(1, 0.5 + distance / fadePx))
  return paint(400, 280, (x, y) => {
    const inside = share(Math.min(x - 80, 320 - x)) * share(Math.min(y - 60, 220 - y))
    return [60 + 140 * inside, 56 + 140 * inside, 50 + 140 * inside].map((level) => level + noise(x, y, 4))
  })
}

test.each([
  ['a sharp edge', 1],
  ['a soft one', 8],
  ['the middle of a smeared one', 14],
])('sides come to lie on %s', (_, fadePx) => {
  const refined = quadRefine(card(fadePx), nearby, { searchPx: 12, fixed: [false, false, false, false] })
  refined.forEach(([x, y], i) => {
    expect(Math.hypot(x - truth[i]![0], y - truth[i]![1])).toBeLessThan(fadePx > 10 ? 2.5 : 1.5)
  })
})
