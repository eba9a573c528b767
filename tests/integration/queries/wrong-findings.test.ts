import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { markFinding } from '#lib/operations/mark-finding'
import { unmarkFinding } from '#lib/operations/unmark-finding'
import { wrongFindings } from '#lib/queries/wrong-findings'
import { decide, makeCheckedSubmission, makeUser, picture } from '../../factories.ts'

async function findingOf(submissionId: string, check: string) {
  return db().finding.findFirstOrThrow({ where: { check, capture: { submissionId } } })
}

test('of the submissions a check failed, those count where a person holds the finding for wrong, once decided', async () => {
  const [reviewer, manager] = [await makeUser(), await makeUser('manager')]
  const glare = { kind: 'glare' as const, amount: 0.8, at: [0.6, 0.4] as [number, number] }
  const files = [await picture('id_front', glare)]
  const [marked, plain] = [await makeCheckedSubmission({ files }), await makeCheckedSubmission({ files })]
  const wrong = await findingOf(marked.submissionId, 'glare')
  const missed = await findingOf(plain.submissionId, 'sharpness')
  expect([wrong.outcome, missed.outcome]).toEqual(['fail', 'pass'])
  for (const { id: findingId } of [wrong, missed]) await markFinding(reviewer, { findingId, note: '' })
  expect(await wrongFindings(manager, { days: 30 })).toEqual([])

  for (const { submissionId } of [marked, plain]) await decide(reviewer, submissionId, 'approved')
  expect(await wrongFindings(manager, { days: 30 })).toEqual([
    { check: 'glare', failed: 2, wrong: 1, missed: 0 },
    { check: 'sharpness', failed: 0, wrong: 0, missed: 1 },
  ])
  expect(await wrongFindings(manager, { days: 30, country: 'LVA' })).toEqual([])

  await unmarkFinding(reviewer, { findingId: wrong.id })
  expect(await wrongFindings(manager, { days: 30 })).toMatchObject([{ check: 'sharpness' }])
})
