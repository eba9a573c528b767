import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import type { Outcome } from '#lib/domain/decision'
import type { ReasonCode } from '#lib/domain/reasons'
import { issueResubmissionLink } from '#lib/operations/issue-resubmission-link'
import { supportCase } from '#lib/queries/support-case'
import { decide, makeCheckedSubmission, makeUser } from '../../factories.ts'

async function decidedCase(outcome: Outcome, code: ReasonCode, locale = 'lv') {
  const { submissionId } = await makeCheckedSubmission({ metadata: { locale } })
  await decide(await makeUser(), submissionId, outcome, [{ code, capture: 'id_front' }])
  const { caseId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  return { submissionId, caseId }
}

test('the answer is in the customer’s language, and in English beside it', async () => {
  const { caseId } = await decidedCase('resubmission_requested', 'image_glare')
  const found = await supportCase(await makeUser('support'), caseId)
  expect(found.language).toEqual({ code: 'lv', name: 'Latviešu' })
  expect(found.reasons.map(({ title }) => title)).toEqual(['Dokumentā atspīd gaisma'])
  expect(found.gloss?.reasons.map(({ title }) => title)).toEqual(['Light is reflected on the document'])
  expect(found.gloss?.answer).toContain(found.reference)
})

test('where the customer reads English there is nothing to translate', async () => {
  const { caseId } = await decidedCase('rejected', 'doc_damaged', 'en-GB')
  const found = await supportCase(await makeUser('support'), caseId)
  expect(found.gloss).toBeNull()
  expect(found.attempts).toMatchObject([{ attempt: 1, outcome: 'rejected' }])
})

test('the newest link counts, and says when it has run out', async () => {
  const { caseId, submissionId } = await decidedCase('resubmission_requested', 'image_glare')
  const support = await makeUser('support')
  expect((await supportCase(support, caseId)).link).toBeNull()
  await issueResubmissionLink(support, { submissionId })
  expect((await supportCase(support, caseId)).link).toMatchObject({ state: 'works' })
  await db().resubmissionLink.updateMany({ where: { submissionId }, data: { expiresAt: new Date(0) } })
  expect((await supportCase(support, caseId)).link).toMatchObject({ state: 'expired' })
})

test('nothing in it names what was suspected', async () => {
  const { caseId } = await decidedCase('rejected', 'doc_fake', 'en')
  const { reasons, answer } = await supportCase(await makeUser('support'), caseId)
  expect(JSON.stringify([reasons.map(({ code: _, ...told }) => told), answer])).not.toMatch(/fake|forg|fraud|suspect/i)
})
