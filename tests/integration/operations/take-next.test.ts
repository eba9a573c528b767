import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { assignSubmissions } from '#lib/operations/assign-submissions'
import { claimSubmission, takeNext } from '#lib/operations/claim-submission'
import { escalateSubmission } from '#lib/operations/escalate-submission'
import { handOverSubmission } from '#lib/operations/hand-over-submission'
import { skipSubmission } from '#lib/operations/skip-submission'
import { snoozeSubmissions } from '#lib/operations/snooze-submissions'
import { decide, makeClient, makeSubmission, makeUser } from '../../factories.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000)
const eventsOf = async (submissionId: string, type: string) => db().auditEvent.count({ where: { submissionId, type } })

let reviewer: UserActor
let first: string
let second: string

beforeAll(async () => {
  const client = await makeClient()
  first = (await makeSubmission({ client })).submissionId
  second = (await makeSubmission({ client })).submissionId
})

/** Two submissions wait, the first more urgent, and nobody has said anything about them. No check has to run for that. */
beforeEach(async () => {
  reviewer = await makeUser()
  await db().claim.deleteMany()
  await db().skip.deleteMany()
  await db().handover.deleteMany()
  const untouched = { status: 'ready_for_review', snoozedUntil: null, escalatedAt: null, assignedToId: null } as const
  await db().submission.update({ where: { id: first }, data: { ...untouched, urgentAt: new Date(1000) } })
  await db().submission.update({ where: { id: second }, data: { ...untouched, urgentAt: new Date(2000) } })
})

const nextOf = async (actor: UserActor, exceptId?: string) => {
  const taken = await takeNext(actor, { exceptId })
  return taken.ok ? taken.submissionId : null
}

test('what is assigned to me comes before what is more urgent, and to nobody else', async () => {
  await assignSubmissions(reviewer, { submissionIds: [second], toUserId: reviewer.id })
  expect(await nextOf(reviewer)).toBe(second)
  await db().claim.deleteMany()
  const colleague = await makeUser()
  expect(await nextOf(colleague)).toBe(first)
  expect(await nextOf(colleague, first)).toBeNull()
})

test('work can only be assigned to somebody who reviews', async () => {
  const support = await makeUser('support')
  expect(await assignSubmissions(reviewer, { submissionIds: [first], toUserId: support.id })).toMatchObject({
    ok: false,
    reason: 'no_reviewer',
  })
})

test('a skipped submission comes back to the same person only when nothing else waits, and to others at once', async () => {
  expect(await nextOf(reviewer)).toBe(first)
  await skipSubmission(reviewer, { submissionId: first, reason: 'language' })
  expect(await nextOf(await makeUser())).toBe(first)
  await db().claim.deleteMany()
  expect(await nextOf(reviewer)).toBe(second)
  await decide(reviewer, second, 'approved')
  expect(await nextOf(reviewer)).toBe(first)
  expect(await db().auditEvent.findFirst({ where: { type: 'submission.skipped', submissionId: first } })).toMatchObject(
    {
      data: { reason: 'language' },
    },
  )
})

test('a snoozed submission is handed to nobody and wakes by itself', async () => {
  await snoozeSubmissions(reviewer, { submissionIds: [first], until: inAnHour() })
  expect(await nextOf(reviewer)).toBe(second)
  await db().submission.update({ where: { id: first }, data: { snoozedUntil: new Date(Date.now() - 1000) } })
  expect(await nextOf(reviewer, second)).toBe(first)
})

test('snoozing leaves out what a colleague holds and what is decided, and refuses the past', async () => {
  await claimSubmission(await makeUser(), { submissionId: first })
  const both = { submissionIds: [first, second] }
  expect(await snoozeSubmissions(reviewer, { ...both, until: inAnHour() })).toEqual({ ok: true, changed: 1 })
  expect(await snoozeSubmissions(reviewer, { ...both, until: new Date(0) })).toMatchObject({ reason: 'not_ahead' })
  expect(await snoozeSubmissions(reviewer, { ...both, until: null })).toEqual({ ok: true, changed: 1 })
  expect(await eventsOf(second, 'submission.woken')).toBe(1)
})

test('an escalated submission goes to the second line alone, with the note', async () => {
  await claimSubmission(reviewer, { submissionId: first })
  expect(await escalateSubmission(reviewer, { submissionId: first, note: 'Looks altered' })).toEqual({ ok: true })
  expect(await nextOf(reviewer)).toBe(second)
  const senior = await makeUser()
  await db().user.update({ where: { id: senior.id }, data: { secondLine: true } })
  expect(await nextOf(senior)).toBe(first)
  expect(await db().handover.findMany({ where: { submissionId: first } })).toMatchObject([
    { note: 'Looks altered', fromId: reviewer.id, toId: null },
  ])
  expect(await escalateSubmission(reviewer, { submissionId: first, note: 'Again' })).toMatchObject({ ok: false })
})

test('admins are the second line', async () => {
  await escalateSubmission(reviewer, { submissionId: first, note: 'Please' })
  expect(await nextOf(await makeUser('admin'))).toBe(first)
})

test('a submission handed over is the colleague’s next, and the lease is gone', async () => {
  const colleague = await makeUser()
  await claimSubmission(reviewer, { submissionId: second })
  await skipSubmission(colleague, { submissionId: second, reason: 'unclear' })
  const handed = await handOverSubmission(reviewer, { submissionId: second, toUserId: colleague.id, note: 'Yours' })
  expect(handed).toEqual({ ok: true, to: colleague.name })
  expect(await nextOf(colleague)).toBe(second)
  expect(await eventsOf(second, 'submission.handed_over')).toBe(1)
})

test('what a colleague holds can be neither handed over nor escalated', async () => {
  await claimSubmission(await makeUser(), { submissionId: first })
  const colleague = await makeUser()
  expect(await handOverSubmission(reviewer, { submissionId: first, toUserId: colleague.id, note: 'N' })).toMatchObject({
    reason: 'not_yours',
  })
  expect(await escalateSubmission(reviewer, { submissionId: first, note: 'N' })).toMatchObject({ ok: false })
})

test('a lease whose browser died is found again by whoever takes next', async () => {
  expect(await nextOf(reviewer)).toBe(first)
  await db().claim.updateMany({ data: { expiresAt: new Date(0) } })
  expect(await nextOf(await makeUser())).toBe(first)
})
