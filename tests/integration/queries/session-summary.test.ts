import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { lockSession } from '#lib/operations/lock-session'
import { undoDecision } from '#lib/operations/undo-decision'
import { sessionSummary, sessionSummaryInput } from '#lib/queries/session-summary'
import { decide, makeCheckedSubmission, makeClient, makeUser } from '../../factories.ts'

const zone = 'UTC'

test('a day is told to its reviewer alone: what they decided, took back, and how long it took', async () => {
  const [reviewer, other] = [await makeUser(), await makeUser()]
  const client = await makeClient({ undoSeconds: 60 })
  const submissionIds = []
  for (let made = 0; made < 3; made++) submissionIds.push((await makeCheckedSubmission({ client })).submissionId)
  await decide(reviewer, submissionIds[0]!, 'approved')
  await decide(other, submissionIds[1]!, 'rejected', [{ code: 'doc_fake', capture: 'id_front' }])
  const undone = await decide(reviewer, submissionIds[2]!, 'approved')
  await undoDecision(reviewer, { reviewId: undone.reviewId })

  const summary = await sessionSummary(reviewer, { zone })
  expect(summary.outcomes).toEqual({ approved: 1, rejected: 0, resubmission_requested: 0 })
  expect(summary.undone).toBe(1)
  expect(summary.medianSeconds).toBeGreaterThanOrEqual(0)
  expect((await sessionSummary(await makeUser(), { zone })).medianSeconds).toBeNull()
})

test('a locked screen that was unlocked again is a break; one that is still locked is not one yet', async () => {
  const reviewer = await makeUser()
  const data = { sessionId: reviewer.sessionId }
  await lockSession(reviewer)
  expect((await sessionSummary(reviewer, { zone })).breaks.count).toBe(0)
  await db().auditEvent.create({
    data: { type: 'session.unlocked', actorKind: 'user', actorId: reviewer.id, data },
  })
  const { breaks, lastBreakAt } = await sessionSummary(reviewer, { zone })
  expect(breaks.count).toBe(1)
  expect(lastBreakAt).not.toBeNull()
})

test('a zone nobody knows counts as UTC', () => {
  expect(sessionSummaryInput.parse({ zone: 'Mars/Olympus' })).toEqual({ zone: 'UTC' })
})
