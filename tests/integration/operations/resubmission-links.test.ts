import { afterEach, expect, test, vi } from 'vitest'
import { linkToken } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import { issueResubmissionLink } from '#lib/operations/issue-resubmission-link'
import { resubmissionPage } from '#lib/queries/resubmission-page'
import { supportCase } from '#lib/queries/support-case'
import { decide, makeReviewable, makeUser } from '../../factories.ts'

afterEach(() => void vi.useRealTimers())

async function sentBack(undoSeconds: number): Promise<string> {
  const submissionId = await makeReviewable({ undoSeconds })
  await decide(await makeUser(), submissionId, 'resubmission_requested', [
    { code: 'image_blurry', capture: 'id_front' },
  ])
  return submissionId
}

test('no link leaves the house while the decision can still be undone', async () => {
  const submissionId = await sentBack(60)
  const support = await makeUser('support')
  expect(await issueResubmissionLink(support, { submissionId })).toMatchObject({ ok: false, reason: 'still_undoable' })
  expect(await db().resubmissionLink.count({ where: { submissionId } })).toBe(0)
})

test('of many links asked for at once one is left that works', async () => {
  const submissionId = await sentBack(0)
  const support = await makeUser('support')
  await Promise.all(Array.from({ length: 5 }, () => issueResubmissionLink(support, { submissionId })))
  const links = await db().resubmissionLink.findMany({ where: { submissionId } })
  expect(links).toHaveLength(5)
  const pages = await Promise.all(links.map(({ id }) => resubmissionPage(linkToken(id))))
  expect(pages.map(({ state }) => state).sort()).toEqual(['expired', 'expired', 'expired', 'expired', 'open'])
})

test('a link holds by the database’s clock, whatever the clock here says', async () => {
  const submissionId = await sentBack(0)
  const support = await makeUser('support')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 30 * 86_400_000 })
  await issueResubmissionLink(support, { submissionId })
  const link = await db().resubmissionLink.findFirstOrThrow({ where: { submissionId } })
  vi.setSystemTime(Date.now() + 60 * 86_400_000)
  expect(await resubmissionPage(linkToken(link.id))).toMatchObject({ state: 'open' })
  expect((await supportCase(support, link.caseId)).link).toMatchObject({ state: 'works' })
})
