import { describe, expect, it } from 'vitest'
import { lastDays, reasonSeries } from '#app/(office)/stats/reason-series'
import type { ReasonCode } from '#lib/domain/reasons'
import type { FailureReasons } from '#lib/queries/failure-reasons'

const frequent: ReasonCode[] = ['image_blurry', 'image_glare', 'doc_cut_off', 'image_too_dark', 'doc_covered']
const facts = (codes: ReasonCode[]) =>
  ({
    reasons: codes.map((code) => ({ code, count: 1 })),
    byDay: codes.map((code) => ({ day: '2026-11-02', code, count: 2 })),
  }) as FailureReasons

describe('reasonSeries', () => {
  it('has a value for every day, nothing where nothing was', () => {
    const [line] = reasonSeries(facts(['image_blurry']), ['2026-11-01', '2026-11-02'])
    expect(line).toEqual({ name: 'Blurred', values: [0, 2] })
  })

  it('sums up what is beyond the five most frequent', () => {
    const lines = reasonSeries(facts([...frequent, 'doc_damaged', 'doc_expired']), ['2026-11-02'])
    expect(lines).toHaveLength(6)
    expect(lines.at(-1)).toEqual({ name: 'All others', values: [4] })
  })
})

describe('lastDays', () => {
  it('counts back from today over months and leap days', () => {
    expect(lastDays('2028-03-01', 3)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  })
})
