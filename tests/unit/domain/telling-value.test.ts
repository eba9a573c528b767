import { expect, test } from 'vitest'
import type { Finding } from '#lib/domain/finding'
import { tellingValue } from '#lib/domain/telling-value'

const region = (value: number | null) => ({ points: [], value })
const failed = (value: number | null, regions: Finding['regions'], thresholds: Record<string, number>) => ({
  ...{ outcome: 'fail' as const, value, regions, thresholds },
  threshold: Object.values(thresholds)[0]!,
})

test('where the whole would pass, the worst place that does not says why', () => {
  const finding = failed(0.99, [region(0.4), region(0.21), region(0.8), region(null)], { minSharpness: 0.5 })
  expect(tellingValue(finding)).toEqual({ value: 0.21, of: 'worst_place' })
})

test('of a largest value allowed, the worst place is the largest', () => {
  expect(tellingValue(failed(3, [region(12), region(40)], { maxGlare: 10 }))).toEqual({ value: 40, of: 'worst_place' })
})

test.each([
  ['the whole fails by itself', failed(0.3, [region(0.21)], { minSharpness: 0.5 })],
  ['no place fails', failed(0.99, [region(0.8)], { minSharpness: 0.5 })],
  ['the threshold does not say which side is good', failed(20, [region(40)], { share: 30 })],
  ['nothing was measured', failed(null, [region(0.2)], { minSharpness: 0.5 })],
  ['it passed', { ...failed(0.99, [region(0.21)], { minSharpness: 0.5 }), outcome: 'pass' as const }],
])('the whole speaks for itself where %s', (_, finding) => {
  expect(tellingValue(finding)).toEqual({ value: finding.value, of: 'whole' })
})
