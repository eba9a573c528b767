import { expect, test } from 'vitest'
import { colourGradient } from '#lib/pixels/colour-gradient'
import { judgeQuad } from '#lib/pixels/judge-quad'
import type { Quad } from '#lib/pixels/quad'
import { quadChoice } from '#lib/pixels/quad-choice'
import type { QuadCandidate } from '#lib/pixels/quad-search'
import { noise, paint } from './test-picture.ts'

const frame = (left: number, top: number, width: number, height: number): Quad => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
]
const page = frame(90, 60, 240, 169)
const portrait = frame(104, 90, 66, 88)

/** A printed page on a table, with a strongly framed portrait on it. */
const picture = paint(420, 300, (x, y) => {
  const within = ([[left, top], , [right, bottom]]: Quad) => x >= left && x < right && y >= top && y < bottom
  const grain = noise(x, y, 6)
  if (within(portrait)) return [150, 70, 60].map((level) => level + 2 * grain)
  const isPrint = x > 190 && x < 310 && y % 12 < 5 && (x * 7) % 13 < 8
  if (within(page)) return (isPrint ? [70, 70, 80] : [205, 200, 190]).map((level) => level + grain)
  return [150, 152, 158].map((level) => level + grain)
})

const line = { nx: 1, ny: 0, offset: 0, angle: 0, votes: 0, support: null }
const candidate = (corners: Quad, support: number, score: number): QuadCandidate => ({
  corners,
  score,
  support: [support, support, support, support],
  onBorder: [false, false, false, false],
  beyond: 0.05,
  lines: [line, line, line, line],
})
const gradient = colourGradient(picture)
const choose = (...candidates: QuadCandidate[]) =>
  quadChoice(candidates.map((quad) => judgeQuad(picture, gradient, quad)))

test('a portrait in a frame of its own gives way to its page', () => {
  const best = choose(candidate(portrait, 0.97, 0.95), candidate(page, 0.9, 0.88))
  expect(best?.best.quad.corners).toEqual(page)
})

test('a page much less like one than the frame in it does not', () => {
  const best = choose(candidate(portrait, 0.97, 0.95), candidate(page, 0.3, 0.35))
  expect(best?.best.quad.corners).toEqual(portrait)
})

test('where no frame is like a document, none is chosen', () => {
  expect(choose(candidate(frame(10, 240, 300, 40), 0.3, 0.2))).toBeUndefined()
})
