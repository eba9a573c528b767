import { expect, test } from 'vitest'
import type { Judgement } from '#lib/domain/decision'
import { asksSecondPerson, type StandingReview, verdict } from '#lib/domain/second-review'

const facts = { country: 'LVA', flagCount: 2 }
const approved: Judgement = { outcome: 'approved', reasons: [] }
const blurred: Judgement = { outcome: 'rejected', reasons: [{ code: 'image_blurry', capture: 'id_front' }] }
const always = { fourEyes: [{}], thirdOnDisagreement: true }
const never = { fourEyes: [], thirdOnDisagreement: true }
const standing = (judgement: Judgement, blind = false): StandingReview => ({ id: 'first', blind, ...judgement })

test('a rule asks for two where all its conditions hold, and one rule is enough', () => {
  expect(asksSecondPerson([], facts, approved)).toBe(false)
  expect(asksSecondPerson([{ outcomes: ['approved'], countries: ['EST'] }], facts, approved)).toBe(false)
  expect(asksSecondPerson([{ outcomes: ['approved'], countries: ['EST'] }, { minFlags: 2 }], facts, approved)).toBe(
    true,
  )
  expect(asksSecondPerson([{ reasons: ['image_blurry'] }], facts, blurred)).toBe(true)
  expect(asksSecondPerson([{ minFlags: 3 }], facts, blurred)).toBe(false)
})

test('without rule or sample one person decides', () => {
  const said = verdict(never, facts, { standing: [], mine: approved, sampled: false })
  expect(said).toEqual({ step: 'decide', of: 'mine', agrees: null })
})

test('the same word of two people is the decision, whatever places they picked', () => {
  const placed: Judgement = {
    outcome: 'rejected',
    reasons: [{ code: 'image_blurry', capture: 'id_front', region: [[0, 0], [1, 0], [1, 1]] }], // biome-ignore format: a triangle
  }
  const said = verdict(always, facts, { standing: [standing(blurred)], mine: placed, sampled: false })
  expect(said).toMatchObject({ step: 'decide', agrees: true })
})

test('another word puts the first aside where it was seen, and goes to a third where it was not', () => {
  const seen = verdict(always, facts, { standing: [standing(blurred)], mine: approved, sampled: false })
  expect(seen).toMatchObject({ step: 'wait', blind: false, voids: [{ id: 'first' }] })
  const unseen = verdict(never, facts, { standing: [standing(blurred, true)], mine: approved, sampled: true })
  expect(unseen).toMatchObject({ step: 'wait', voids: [], agrees: false })
  const both = [standing(blurred, true), standing(approved)]
  expect(verdict(always, facts, { standing: both, mine: blurred, sampled: true })).toMatchObject({ step: 'decide' })
})

test('a sample is no way around four eyes: what one person alone said is never released against a rule', () => {
  const firstOnly = { fourEyes: [{ outcomes: ['approved' as const] }], thirdOnDisagreement: false }
  const said = verdict(firstOnly, facts, { standing: [standing(approved, true)], mine: blurred, sampled: true })
  expect(said).toMatchObject({ step: 'wait', voids: [], agrees: false })
  const both = [standing(blurred, true), standing({ ...blurred, outcome: 'resubmission_requested' })]
  const third = verdict(firstOnly, facts, { standing: both, mine: approved, sampled: true })
  expect(third).toMatchObject({ step: 'wait', voids: both })
  expect(verdict(firstOnly, facts, { standing: both, mine: blurred, sampled: true })).toMatchObject({ step: 'decide' })
})
