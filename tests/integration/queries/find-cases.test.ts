import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { findCases } from '#lib/queries/find-cases'
import { makeSubmission, makeUser, metadata } from '../../factories.ts'

test('a case is found by its reference as typed, and by the beginning of external id, address and name', async () => {
  const told = metadata({ externalId: 'palette-77', email: 'Zane@example.com' })
  const { submissionId, caseReference } = await makeSubmission({ metadata: told })
  const { caseId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  await db().case.update({ where: { id: caseId }, data: { declaredName: 'Zane Bērziņa' } })
  const reviewer = await makeUser()
  for (const q of [caseReference.toLowerCase().replaceAll('-', ' '), 'palette-7', 'zane@ex', 'berz zane']) {
    expect(await findCases(reviewer, { q }), q).toMatchObject([{ caseId, submissionId, reference: caseReference }])
  }
  expect(await findCases(reviewer, { q: 'alette' })).toEqual([])
  expect(await findCases(reviewer, { q: '%%' })).toEqual([])
})
