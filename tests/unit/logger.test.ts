import { expect, test } from 'vitest'
import { describeError } from '#lib/logger'

test('what is logged of an error tells its kind, its code and its place, and nothing it quotes', () => {
  const quoting = Object.assign(new TypeError('Invalid value in\n    at name: "Paraugs"'), { code: 'P2002' })
  const told = describeError(quoting)
  expect(told).toMatch(/^TypeError P2002 \| at .*logger\.test\.ts/)
  expect(told).not.toContain('Paraugs')
})

test('what is no error is told as that', () => {
  expect(describeError('Paraugs')).toBe('not an Error')
})
