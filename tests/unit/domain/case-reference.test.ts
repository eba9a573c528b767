import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseReference, normalReference } from '#lib/domain/case-reference'

test('a reference survives being typed in lower case, without dashes, with O for 0 and I or L for 1', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      const reference = caseReference(random)
      expect(reference).toMatch(/^RT-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      const typed = reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(normalReference(typed)).toBe(reference)
    }),
  )
})

test.each(['', 'RT', 'RT-123', 'customer@example.com', 'RT-!!!!-!!!!'])('%j is no reference', (typed) => {
  expect(normalReference(typed)).toBeNull()
})
