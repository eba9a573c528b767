import { expect, test } from 'vitest'
import { cohensKappa } from '#lib/domain/agreement'

test('kappa is what the textbook says', () => {
  // Two readers of 50 proposals: both yes 20, only the first 5, only the second 10, neither 15.
  expect(cohensKappa({ both: 20, firstOnly: 5, secondOnly: 10, neither: 15 })).toBeCloseTo(0.4, 10)
})

test('kappa is 1 for two who always agree, 0 for chance, negative for worse', () => {
  expect(cohensKappa({ both: 3, firstOnly: 0, secondOnly: 0, neither: 7 })).toBe(1)
  expect(cohensKappa({ both: 1, firstOnly: 1, secondOnly: 1, neither: 1 })).toBe(0)
  expect(cohensKappa({ both: 0, firstOnly: 5, secondOnly: 5, neither: 0 })).toBe(-1)
})

test('where there is nothing to disagree on there is no kappa', () => {
  expect(cohensKappa({ both: 0, firstOnly: 0, secondOnly: 0, neither: 9 })).toBeNull()
  expect(cohensKappa({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 })).toBeNull()
})
