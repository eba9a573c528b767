import { describe, expect, it } from 'vitest'
import { numberedReasons, searchReasons } from '../../../components/reason-order.ts'
import { captureKinds } from '../../../lib/domain/capture.ts'

describe('reasons under the keys 1–9', () => {
  it('begin with those the findings suggest, the most actionable first', () => {
    expect(numberedReasons(['image_glare', 'doc_cut_off'], 'id_front').slice(0, 2)).toEqual([
      'doc_cut_off',
      'image_glare',
    ])
  })

  it.each(captureKinds)('are nine different ones for %s even when nothing is suggested', (kind) => {
    expect(new Set(numberedReasons([], kind)).size).toBe(9)
  })
})

describe('searching reasons', () => {
  it('finds by any words of the title or the code, in any order', () => {
    const found = searchReasons('off cut').flatMap(({ codes }) => codes)
    expect(found).toEqual(['doc_cut_off'])
  })

  it('says nothing of groups in which nothing was found', () => {
    expect(searchReasons('zzz')).toEqual([])
  })
})
