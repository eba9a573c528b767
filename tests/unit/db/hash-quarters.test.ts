import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quartersToLookUp } from '#lib/db/hash-quarters'

const quarterOf = (hash: bigint, at: number) => Number((BigInt.asUintN(64, hash) >> BigInt(48 - 16 * at)) & 0xffffn)

test('whatever lies within the radius has a quarter that is looked up', () => {
  const hashes = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  fc.assert(
    fc.property(hashes, fc.uniqueArray(fc.nat(63), { maxLength: 11 }), (hash, bits) => {
      const near = bits.reduce((changed, bit) => changed ^ (1n << BigInt(bit)), hash)
      const values = quartersToLookUp(hash, bits.length)
      return values.some((ofQuarter, at) => ofQuarter.includes(quarterOf(near, at)))
    }),
  )
})

test('no value is looked up twice, and there are as few as the radius allows', () => {
  const counts = (radius: number) => quartersToLookUp(0x0123456789abcdefn, radius).map((values) => new Set(values).size)
  expect(counts(0)).toEqual([1, 0, 0, 0])
  expect(counts(3)).toEqual([1, 1, 1, 1])
  expect(counts(7)).toEqual([17, 17, 17, 17])
  expect(counts(8)).toEqual([137, 17, 17, 17])
  expect(quartersToLookUp(5n, 8).map((values) => values.length)).toEqual(counts(8))
})
