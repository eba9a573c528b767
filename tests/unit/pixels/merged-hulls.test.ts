import { expect, it } from 'vitest'
import type { Point } from '#lib/domain/region'
import { mergedHulls } from '#lib/pixels/merged-hulls'

const box = (x: number, y: number, size = 0.2): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
]

it('places apart keep a ring each', () => {
  expect(mergedHulls([box(0, 0), box(0.5, 0.5)])).toEqual([box(0, 0), box(0.5, 0.5)])
})

it('of two that overlap, or of which one lies in the other, one ring goes round both', () => {
  expect(mergedHulls([box(0, 0), box(0, 0.1)])).toEqual([
    [
      [0, 0],
      [0.2, 0],
      [0.2, 0.30000000000000004],
      [0, 0.30000000000000004],
    ],
  ])
  expect(mergedHulls([box(0.1, 0.1, 0.05), box(0, 0)])).toEqual([box(0, 0)])
})

it('boxes that overlap while the places do not stay apart', () => {
  const upper: Point[] = [
    [0, 0],
    [1, 0],
    [0, 1],
  ]
  const lower: Point[] = [
    [1, 0.2],
    [1, 1],
    [0.2, 1],
  ]
  expect(mergedHulls([upper, lower])).toHaveLength(2)
})

it('one that bridges two others makes one ring of all three', () => {
  expect(mergedHulls([box(0, 0), box(0.3, 0), box(0.15, 0)])).toHaveLength(1)
})
