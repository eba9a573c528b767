import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { claimSubmission, takeNext } from '#lib/operations/claim-submission'
import { releaseClaim } from '#lib/operations/release-claim'
import { decide, makeCheckedSubmission, makeClient, makeUser } from '../../factories.ts'

const expire = (submissionId: string) =>
  db()
    .$executeRaw`UPDATE claims SET expires_at = clock_timestamp() - interval '1 second' WHERE submission_id = ${submissionId}::uuid`

test('a submission somebody holds cannot be claimed by another', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const [first, second] = [await makeUser(), await makeUser()]
  expect(await claimSubmission(first, { submissionId })).toMatchObject({ ok: true })
  expect(await claimSubmission(second, { submissionId })).toMatchObject({ ok: false, reason: 'not_takeable' })
})

test('a lease that ran out goes to whoever asks next', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const [first, second] = [await makeUser(), await makeUser()]
  await claimSubmission(first, { submissionId })
  await expire(submissionId)
  expect(await claimSubmission(second, { submissionId })).toMatchObject({ ok: true })
})

test('renewing one’s own lease moves its end and is not told twice in the audit log', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const reviewer = await makeUser()
  const first = await claimSubmission(reviewer, { submissionId })
  const second = await claimSubmission(reviewer, { submissionId })
  if (!first.ok || !second.ok) throw new Error('not claimed')
  expect(second.expiresAt.getTime()).toBeGreaterThanOrEqual(first.expiresAt.getTime())
  expect(await db().auditEvent.count({ where: { submissionId, type: 'submission.claimed' } })).toBe(1)
})

test('a decided submission cannot be claimed', async () => {
  const { submissionId } = await makeCheckedSubmission()
  await decide(await makeUser(), submissionId, 'approved')
  expect(await claimSubmission(await makeUser(), { submissionId })).toMatchObject({ ok: false })
})

test('reviewers who take the next one at the same time never get the same', async () => {
  await db().claim.deleteMany()
  await db().submission.updateMany({ where: {}, data: { status: 'approved' } })
  const client = await makeClient()
  for (let i = 0; i < 6; i++) await makeCheckedSubmission({ client })
  const reviewers = await Promise.all(Array.from({ length: 8 }, () => makeUser()))
  const taken = await Promise.all(reviewers.map((reviewer) => takeNext(reviewer, {})))
  const ids = taken.flatMap((result) => (result.ok ? [result.submissionId] : []))
  expect(new Set(ids).size).toBe(ids.length)
})

test('the next one is the most urgent: later attempts before first ones', async () => {
  await db().claim.deleteMany()
  await db().submission.updateMany({ where: {}, data: { status: 'approved' } })
  const client = await makeClient()
  await makeCheckedSubmission({ client })
  await makeCheckedSubmission({ client, metadata: { externalId: 'again' } })
  const second = await makeCheckedSubmission({ client, metadata: { externalId: 'again' } })
  expect(await takeNext(await makeUser(), {})).toMatchObject({ submissionId: second.submissionId })
})

test('giving a claim back lets a colleague take it', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const [first, second] = [await makeUser(), await makeUser()]
  await claimSubmission(first, { submissionId })
  await releaseClaim(first, { submissionId })
  expect(await claimSubmission(second, { submissionId })).toMatchObject({ ok: true })
})
