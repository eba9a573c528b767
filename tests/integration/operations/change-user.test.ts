import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { assignSubmissions } from '#lib/operations/assign-submissions'
import { changeUser } from '#lib/operations/change-user'
import { claimSubmission, takeNext } from '#lib/operations/claim-submission'
import { makeReviewable, makeUser } from '../../factories.ts'

test('of two admins who withdraw each other’s access at once one remains', async () => {
  const [one, other] = [await makeUser('admin'), await makeUser('admin')]
  const results = await Promise.allSettled([
    changeUser(one, { userId: other.id, role: 'admin', disabled: true }),
    changeUser(other, { userId: one.id, role: 'support', disabled: false }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const left = { id: { in: [one.id, other.id] }, role: 'admin' as const, disabledAt: null }
  expect(await db().user.count({ where: left })).toBe(1)
})

test('what somebody held or was assigned is everybody’s again once they may not review', async () => {
  const leaver = await makeUser()
  const held = await makeReviewable()
  const assigned = await makeReviewable()
  await claimSubmission(leaver, { submissionId: held })
  await assignSubmissions(leaver, { submissionIds: [assigned], toUserId: leaver.id })
  await changeUser(await makeUser('admin'), { userId: leaver.id, role: 'reviewer', disabled: true })

  const taken = [await takeNext(await makeUser(), {}), await takeNext(await makeUser(), {})]
  const ids = taken.map((result) => (result.ok ? result.submissionId : null))
  expect(ids.sort()).toEqual([held, assigned].sort())
  const eventsOf = (submissionId: string, type: string) => db().auditEvent.count({ where: { submissionId, type } })
  expect(await eventsOf(held, 'submission.released')).toBe(1)
  expect(await eventsOf(assigned, 'submission.assigned')).toBe(2)
})

test('who becomes an admin keeps what they hold', async () => {
  const reviewer = await makeUser()
  const submissionId = await makeReviewable()
  await claimSubmission(reviewer, { submissionId })
  await changeUser(await makeUser('admin'), { userId: reviewer.id, role: 'admin', disabled: false })
  expect(await db().claim.findUnique({ where: { submissionId } })).toMatchObject({ userId: reviewer.id })
})
