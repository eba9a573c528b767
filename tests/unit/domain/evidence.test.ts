import { expect, test } from 'vitest'
import { changedParts, changesInWords } from '#lib/domain/evidence'

const seen = { captures: 'a', findings: 'b', corrections: 'c' }

test('what changed is named, part by part', () => {
  expect(changedParts(seen, seen)).toEqual([])
  expect(changedParts(seen, { ...seen, findings: 'x', corrections: 'y' })).toEqual(['findings', 'corrections'])
  expect(changesInWords(['findings', 'corrections'])).toBe(
    'the checks ran again and found something else and what was read on the document has been corrected',
  )
})
