import { describe, expect, it } from 'vitest'
import { formatChartValue, gridLines, labelIndexes } from '../../../components/chart-scale.ts'

describe('gridlines', () => {
  it.each([
    [39, [0, 10, 20, 30, 40]],
    [3, [0, 1, 2, 3]],
    [0, [0, 1]],
    [1204, [0, 500, 1000, 1500]],
  ])('of counts up to %i are round and reach it', (max, expected) => {
    expect(gridLines(max, 'count')).toEqual(expected)
  })

  it('of shares may lie between whole numbers', () => {
    expect(gridLines(0.37, 'share')).toEqual([0, 0.1, 0.2, 0.3, 0.4])
  })
})

describe('labels along the bottom', () => {
  it('are spread evenly and never too many', () => {
    expect(labelIndexes(30, 7)).toEqual([0, 5, 10, 15, 20, 25])
    expect(labelIndexes(3, 7)).toEqual([0, 1, 2])
  })
})

describe('numbers in words', () => {
  it.each([
    [0.333, 'share', '33.3%'],
    [0.333, 'coefficient', '0.33'],
    [-0.5, 'coefficient', '-0.50'],
    [1204, 'count', '1,204'],
  ] as const)('%d as %s is %s', (value, unit, expected) => {
    expect(formatChartValue(value, unit)).toBe(expected)
  })
})
