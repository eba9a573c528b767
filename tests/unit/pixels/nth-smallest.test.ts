import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nthSmallest } from '#lib/pixels/nth-smallest'

it('finds what sorting would put at that place, however the values lie', () => {
  const lists = fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(lists, fc.nat(), (list, seed) => {
      const n = seed % list.length
      expect(nthSmallest(Float32Array.from(list), n)).toBe(Float32Array.from(list).sort()[n])
    }),
  )
})

it('refuses a place that is not in the list', () => {
  expect(() => nthSmallest(new Float32Array(0), 0)).toThrow(RangeError)
  expect(() => nthSmallest(Float32Array.of(1, 2), 2)).toThrow(RangeError)
})
