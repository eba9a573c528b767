import { expect, test } from 'vitest'
import type { Plane } from '#lib/domain/artifacts'
import { blurMap } from '#lib/pixels/blur-map'
import { type DetailTiles, detailTiles } from '#lib/pixels/detail-tiles'
import { lumaOf } from '#lib/pixels/luma'
import { sharpnessIndex } from '#lib/pixels/sharpness-index'
import { blurPlane, paint, printedPage } from './test-picture.ts'

const page = lumaOf(printedPage(480, 320))
const everywhere = ({ rows, cols }: DetailTiles) => new Uint8Array(rows * cols).fill(1)

function sharpnessOf(plane: Plane): number | null {
  const tiles = detailTiles(plane)
  return sharpnessIndex(tiles, everywhere(tiles))
}

test('more defocus never looks sharper', () => {
  const ladder = [0, 1, 2, 3, 5].map((radius) => sharpnessOf(blurPlane(page, radius, radius))!)
  expect(ladder).toEqual([...ladder].sort((a, b) => b - a))
  expect(ladder[0]! - ladder.at(-1)!).toBeGreaterThan(0.5)
})

test('motion in either direction lowers sharpness', () => {
  const sharp = sharpnessOf(page)!
  for (const [across, down] of [
    [4, 0],
    [0, 4],
  ] as const) {
    expect(sharpnessOf(blurPlane(page, across, down))).toBeLessThan(sharp - 0.2)
  }
})

test('a sheet without print is not called blurred', () => {
  const empty = lumaOf(paint(480, 320, () => [220, 220, 214]))
  expect(sharpnessOf(empty)).toBeNull()
})

test('a blurred half is hotter than the sharp one, and empty paper between is not', () => {
  const soft = blurPlane(page, 4, 4)
  const data = page.data.map((level, i) => (i % 480 < 240 ? level : soft.data[i]!))
  const tiles = detailTiles({ ...page, data })
  const { values, cols } = blurMap(tiles, everywhere(tiles))
  const mean = (inside: (column: number) => boolean) => {
    const some = [...values].filter((_, i) => inside(i % cols))
    return some.reduce((sum, value) => sum + value, 0) / some.length
  }
  expect(mean((column) => column > cols * 0.6)).toBeGreaterThan(0.7)
  expect(mean((column) => column < cols * 0.4)).toBeLessThan(0.2)
})
