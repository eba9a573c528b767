import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatComparison,
  formatCounted,
  formatDuration,
  formatList,
  formatMeasure,
} from '#lib/domain/format'

describe('numbers in words', () => {
  it.each([
    [999, '999 B'],
    [300_000, '300 KB'],
    [2_345_678, '2.35 MB'],
  ])('%i bytes are written %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))

  it.each([
    [45, '45 s'],
    [185, '3 min'],
    [7500, '2 h 5 min'],
    [-7200, '2 h'],
    [356_400, '4 d 3 h'],
  ])('%i seconds are written %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text))

  it('a value is held against its threshold with the side it fell on and the unit once', () => {
    expect(formatComparison(41.26, 110, 'luma²')).toBe('41.3 < 110 luma²')
    expect(formatComparison(0.083, 0.02, 'share')).toBe('8.3% > 2%')
    expect(formatComparison(2_000_000, 8_000_000, 'bytes')).toBe('2 MB < 8 MB')
  })

  it('a noun goes with its count, and names stand as in a sentence', () => {
    expect([0, 1, 2345].map((count) => formatCounted(count, 'day'))).toEqual(['0 days', '1 day', '2,345 days'])
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(formatList)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })

  it('a value without a threshold stands alone', () => {
    expect(formatComparison(1290, null, 'px')).toBe('1,290 px')
    expect(formatMeasure(0.5, '')).toBe('0.5')
  })
})
