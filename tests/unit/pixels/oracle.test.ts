import { expect, test } from 'vitest'
import { boxMean } from '#lib/pixels/box-mean'
import { colourGradient } from '#lib/pixels/colour-gradient'
import { connectedComponents } from '#lib/pixels/connected-components'
import { detailTiles } from '#lib/pixels/detail-tiles'
import { histogramOf } from '#lib/pixels/histogram'
import { lumaOf } from '#lib/pixels/luma'
import { perceptualHash } from '#lib/pixels/perceptual-hash'
import { polygonArea } from '#lib/pixels/polygon-mask'
import { shrinkPlane } from '#lib/pixels/shrink'
import expected from '../../fixtures/oracle/expected.json' with { type: 'json' }
import { oraclePicture } from './test-picture.ts'

const picture = oraclePicture()
const luma = lumaOf(picture)
const { width, height } = luma

/** Row-major values without a border of so many cells. */
function inner(values: ArrayLike<number>, border: number): number[] {
  return Array.from(values).filter((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    return x >= border && y >= border && x < width - border && y < height - border
  })
}

test('the histogram of luma is OpenCV’s', () => {
  expect([...histogramOf(luma)]).toEqual(expected.histogram)
})

test('halving averages as OpenCV’s area resize does, within a level of rounding', () => {
  const half = shrinkPlane(luma, 2).data
  expect(
    Math.max(...expected.half.map((value, i) => Math.abs(value - half[i * expected.stride]!))),
  ).toBeLessThanOrEqual(1)
})

test('box means are OpenCV’s inside the border', () => {
  const ours = inner(boxMean(luma.data, width, height, 3), 3)
  expect(Math.max(...expected.boxMean.map((value, i) => Math.abs(value - ours[i * expected.stride]!)))).toBeLessThan(
    0.01,
  )
})

test('the colour gradient is the strongest channel’s Sobel', () => {
  const ours = inner(colourGradient(picture).magnitude, 1)
  expect(Math.max(...expected.gradient.map((value, i) => Math.abs(value - ours[i * expected.stride]!)))).toBeLessThan(
    0.01,
  )
})

test('the largest Laplacian over all tiles is OpenCV’s', () => {
  expect(Math.max(...detailTiles(luma).full.bend)).toBe(expected.largestBend)
})

test('connected areas have OpenCV’s sizes', () => {
  const mask = luma.data.map((level) => (level > 150 ? 1 : 0))
  const sizes = connectedComponents(mask, width, height).components.map(({ size }) => size)
  expect(sizes.sort((a, b) => b - a)).toEqual(expected.componentSizes)
})

test('the area of a polygon is OpenCV’s', () => {
  expect(
    polygonArea([
      [20, 10],
      [80, 14],
      [76, 52],
      [16, 48],
    ]),
  ).toBe(expected.quadArea)
})

test('a perceptual hash is the signs OpenCV’s DCT gives', () => {
  expect(perceptualHash(luma)).toBe(expected.perceptualHash)
})
