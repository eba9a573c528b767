import { expect, test } from 'vitest'
import { itemsFor, keepsFromApproval, reasonsFromChecklist, shippedChecklist } from '#lib/domain/checklist'
import { policySchema, shippedPolicies } from '#lib/domain/policy'

test('what is asked depends on what was sent', () => {
  expect(itemsFor(shippedChecklist, ['selfie'])).toEqual([])
  expect(itemsFor(shippedChecklist, ['passport_page', 'selfie'])).toHaveLength(shippedChecklist.length)
})

test('only a yes to each required question lets an approval through', () => {
  const items = shippedChecklist.map((item) => ({ ...item, requiredForApproval: true }))
  const yes = items.map(({ id }) => ({ id, answer: 'yes' as const }))
  expect(keepsFromApproval(items, yes)).toBeNull()
  expect(keepsFromApproval(items, yes.slice(1))?.id).toBe(items[0]!.id)
  expect(keepsFromApproval(items, [{ id: items[0]!.id, answer: 'cannot_tell' }, ...yes.slice(1)])?.id).toBe(
    items[0]!.id,
  )
  expect(keepsFromApproval(shippedChecklist, [])).toBeNull()
})

test('a no suggests its reason on the capture it was seen on', () => {
  const answers = [
    { id: 'damage', answer: 'no' as const },
    { id: 'signature', answer: 'cannot_tell' as const },
  ]
  expect(reasonsFromChecklist(shippedChecklist, answers, ['passport_page', 'selfie'])).toEqual([
    { code: 'doc_damaged', capture: 'passport_page' },
  ])
})

test('policies from before there was a checklist still parse, and ask for nothing new', () => {
  const {
    checklist: _,
    fourEyes: __,
    blindReviewShare: ___,
    thirdOnDisagreement: ____,
    ...old
  } = shippedPolicies['camera-photos']
  expect(policySchema.parse(old)).toMatchObject({ checklist: [], fourEyes: [], blindReviewShare: 0 })
})
