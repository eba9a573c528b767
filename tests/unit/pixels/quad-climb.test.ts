import { expect, test } from 'vitest'
import { colourGradient } from '#lib/pixels/colour-gradient'
import { edgeMap } from '#lib/pixels/edge-map'
import { judgeQuad } from '#lib/pixels/judge-quad'
import type { Quad } from '#lib/pixels/quad'
import { quadClimb } from '#lib/pixels/quad-climb'
import { type QuadCandidate, quadSearch } from '#lib/pixels/quad-search'
import { noise, paint } from './test-picture.ts'

/** A printed card whose upper side lies at 80, with a line on the table a little above it. */
const picture = paint(420, 300, (x, y) => {
  const grain = noise(x, y, 6)
  const isCard = x >= 110 && x < 310 && y >= 80 && y < 206
  const isPrint = isCard && x > 190 && x < 300 && y % 12 < 5 && (x * 7) % 13 < 8
  if (isPrint) return [70, 70, 80].map((level) => level + grain)
  if (isCard) return [214, 205, 190].map((level) => level + grain)
  return (y >= 66 && y < 69 ? [60, 60, 64] : [140, 146, 158]).map((level) => level + grain)
})
const gradient = colourGradient(picture)
const edges = edgeMap(gradient, { halfAt: 1.5, radius: 10 })
const { candidates, lines } = quadSearch(edges, 48)
const climb = { lines, edges, judge: (quad: QuadCandidate) => judgeQuad(picture, gradient, quad) }

const top = ({ corners }: { corners: Quad }) => Math.min(...corners.map(([, y]) => y))
const bottom = ({ corners }: { corners: Quad }) => Math.max(...corners.map(([, y]) => y))
const startingAt = (y: number) =>
  candidates.find((quad) => Math.abs(top(quad) - y) < 3 && Math.abs(bottom(quad) - 206) < 3)!

test('a side on a line beside the document moves onto the document', () => {
  const start = startingAt(66)
  const climbed = quadClimb(start, climb)
  expect(top(climbed)).toBeGreaterThan(77)
  expect(top(climbed)).toBeLessThan(83)
  expect(bottom(climbed)).toBeCloseTo(bottom(start), 0)
})

test('a quad whose sides are right stays as it is', () => {
  const start = startingAt(80)
  expect(quadClimb(start, climb)).toBe(start)
})
