import { expect, test } from 'vitest'
import { gridRegions } from '#lib/pixels/grid-regions'
import { polygonArea, polygonMask } from '#lib/pixels/polygon-mask'
import { simplifyPolygon } from '#lib/pixels/simplify-polygon'

const options = { low: 0.5, high: 0.8, minCells: 2, maxRegions: 5 }

function gridOf(lines: readonly string[]) {
  const values = Float32Array.from(lines.join(''), (cell) => ({ '#': 1, '+': 0.6, '.': 0 })[cell] ?? 0)
  return { rows: lines.length, cols: lines[0]!.length, values }
}

test('an area becomes a polygon of its own size in fractions', () => {
  const [found] = gridRegions(gridOf(['........', '.####...', '.####...', '........']), options)
  expect(polygonArea(found!.region.points)).toBeCloseTo(8 / 32)
  expect(found!.region.points).toHaveLength(4)
})

test('an area that never reaches the high level is dropped, and so is one too small', () => {
  expect(gridRegions(gridOf(['++++', '++++', '....', '#...']), options)).toEqual([])
})

test('a ragged ring keeps at most sixty corners inside the picture', () => {
  const ring = Array.from({ length: 400 }, (_, i) => {
    const [angle, radius] = [(i / 400) * 2 * Math.PI, 0.3 + 0.05 * (i % 2)]
    return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)] as const
  })
  const simple = simplifyPolygon(ring, 0.001, 60)
  expect(simple.length).toBeLessThanOrEqual(60)
  expect(simple.length).toBeGreaterThanOrEqual(3)
})

test('a mask covers the polygon’s share of the picture, also where it runs out of it', () => {
  const share = (mask: Uint8Array) => mask.reduce((sum, one) => sum + one, 0) / mask.length
  expect(
    share(
      polygonMask(
        [
          [0.25, 0.25],
          [0.75, 0.25],
          [0.75, 0.75],
          [0.25, 0.75],
        ],
        40,
        40,
      ),
    ),
  ).toBeCloseTo(0.25)
  expect(
    share(
      polygonMask(
        [
          [-1, -1],
          [0.5, -1],
          [0.5, 2],
          [-1, 2],
        ],
        40,
        40,
      ),
    ),
  ).toBeCloseTo(0.5)
})
