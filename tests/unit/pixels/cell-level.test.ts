import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellLevel } from '#lib/pixels/cell-level'

it('is the level at that place of the cell’s sorted pixels', () => {
  const cells = fc.uint8Array({ minLength: 64, maxLength: 64 })
  fc.assert(
    fc.property(cells, fc.double({ min: 0, max: 0.99, noNaN: true }), (data, fraction) => {
      const plane = { data, width: 8, height: 8 }
      const sorted = [...data].sort((a, b) => a - b)
      expect(cellLevel(plane, new Uint8Array(64).fill(1), 0, 0, 8, fraction)).toBe(sorted[Math.floor(64 * fraction)])
    }),
  )
})

it('has no level where less than a third of the cell is inside', () => {
  const plane = { data: new Uint8Array(16).fill(9), width: 4, height: 4 }
  const mask = new Uint8Array(16)
  mask.fill(1, 0, 5)
  expect(cellLevel(plane, mask, 0, 0, 4, 0.5)).toBeNull()
  mask[5] = 1
  expect(cellLevel(plane, mask, 0, 0, 4, 0.5)).toBe(9)
})
