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

/** sRGB's levels as light and back (IEC 61966-2-1), 0..1. */
const lightOf = (level: number) => (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4)
const levelOf = (light: number) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

/** A light card on a dark table whose edge fades over so many pixels, as in motion: what blurs is light. */
function card(fadePx: number) {
  const share = (distance: number) => Math.max(0, Math.min(1, 0.5 + distance / fadePx))
  const [table, paper] = [
    [60, 56, 50],
    [200, 196, 190],
  ].map((levels) => levels.map((level) => lightOf(level / 255))) as [number[], number[]]
  return paint(400, 280, (x, y) => {
    const inside = share(Math.min(x - 80, 320 - x)) * share(Math.min(y - 60, 220 - y))
    return table.map((dark, c) => 255 * levelOf(dark + (paper[c]! - dark) * inside) + noise(x, y, 4))
  })
}

test.each([
  ['a sharp edge', 1, 1.5],
  ['a soft one', 8, 1.5],
  ['the middle of a smeared one', 14, 2.5],
  ['the middle of a long smear', 32, 4],
])('sides come to lie on %s', (_, fadePx, mostPx) => {
  const refined = quadRefine(card(fadePx), nearby, { searchPx: 12, fixed: [false, false, false, false] })
  refined.forEach(([x, y], i) => {
    expect(Math.hypot(x - truth[i]![0], y - truth[i]![1])).toBeLessThan(mostPx)
  })
})
