import { expect, test } from 'vitest'
import { linkToken } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import { claimSubmission, takeNext } from '#lib/operations/claim-submission'
import { decideSubmission } from '#lib/operations/decide-submission'
import { notifyCustomer } from '#lib/operations/notify-customer'
import { reopenSubmission } from '#lib/operations/reopen-submission'
import { undoDecision } from '#lib/operations/undo-decision'
import { resubmissionPage } from '#lib/queries/resubmission-page'
import { submissionStatus } from '#lib/queries/submission-status'
import { decide, makeReviewable, makeUser } from '../../factories.ts'

const statusOf = async (id: string) => (await db().submission.findUniqueOrThrow({ where: { id } })).status
const blurred = [{ code: 'image_blurry' as const, capture: 'id_front' as const }]
const messagesOf = (submissionId: string) =>
  db().message.findMany({ where: { submissionId }, orderBy: { createdAt: 'asc' } })

async function clientAnswer(submissionId: string) {
  const { clientId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  return submissionStatus({ kind: 'api_client', id: clientId, name: 'client' }, submissionId)
}

test('an amendment is another decision: the first stays on record, and the customer is told that it is replaced', async () => {
  const submissionId = await makeReviewable()
  const reviewer = await makeUser()
  const { decisionId } = await decide(reviewer, submissionId, 'rejected', blurred)
  await notifyCustomer({ decisionId })
  const amendment = { submissionId, outcome: 'approved' as const, reasons: [], amends: decisionId }
  expect(await decideSubmission(reviewer, { ...amendment, note: null })).toMatchObject({
    reason: 'amendment_note_missing',
  })
  const note = 'Mixed up with another case'
  expect(await decideSubmission(await makeUser(), { ...amendment, note })).toMatchObject({ reason: 'not_yours' })
  expect(await decideSubmission(reviewer, { ...amendment, note })).toMatchObject({ ok: true })
  expect(await statusOf(submissionId)).toBe('approved')
  expect(await db().decision.findMany({ where: { submissionId }, orderBy: { decidedAt: 'asc' } })).toMatchObject([
    { outcome: 'rejected', replacedAt: expect.any(Date) },
    { outcome: 'approved', replacedAt: null, amendsId: decisionId },
  ])
  const [told, correcting] = await messagesOf(submissionId)
  expect(told!.body).not.toContain('replaces the one')
  expect(correcting!.body).toContain('This message replaces the one we sent you before.')
  // Whoever still sees the replaced decision can't amend it again.
  expect(await decideSubmission(reviewer, { ...amendment, note })).toMatchObject({ reason: 'already_decided' })
})

test('an amendment undone in time leaves the decision as it was, for the client at no moment otherwise', async () => {
  const submissionId = await makeReviewable({ undoSeconds: 60 })
  const reviewer = await makeUser()
  const { decisionId } = await decide(reviewer, submissionId, 'rejected', blurred)
  const amendment = { submissionId, outcome: 'approved' as const, reasons: [], note: 'Wrong', amends: decisionId }
  expect(await decideSubmission(reviewer, amendment)).toMatchObject({ reason: 'still_undoable' })
  await db().decision.update({ where: { id: decisionId }, data: { effectiveAt: new Date(0) } })
  const amended = await decideSubmission(reviewer, amendment)
  if (!amended.ok) throw new Error(amended.message)
  expect(await clientAnswer(submissionId)).toMatchObject({ status: 'rejected', outcome: 'rejected' })
  expect(await undoDecision(reviewer, { reviewId: amended.reviewId })).toMatchObject({ ok: true })
  expect(await statusOf(submissionId)).toBe('rejected')
  expect(await clientAnswer(submissionId)).toMatchObject({ status: 'rejected', outcome: 'rejected' })
  await notifyCustomer({ decisionId })
  expect((await messagesOf(submissionId)).map(({ status }) => status)).toEqual(['sent', 'cancelled'])
})

test('an amendment is no way around a second person', async () => {
  const submissionId = await makeReviewable({ fourEyes: [{ outcomes: ['approved'] }] })
  const reviewer = await makeUser()
  const { decisionId } = await decide(reviewer, submissionId, 'rejected', blurred)
  const amendment = { submissionId, outcome: 'approved' as const, reasons: [], note: 'Wrong', amends: decisionId }
  expect(await decideSubmission(reviewer, amendment)).toMatchObject({ ok: true, decisionId: null })
  expect(await statusOf(submissionId)).toBe('second_review')
  expect(await claimSubmission(reviewer, { submissionId })).toMatchObject({ reason: 'reviewed_before' })
  await decide(await makeUser(), submissionId, 'approved')
  expect(await statusOf(submissionId)).toBe('approved')
})

test('a submission opened again may be decided by whoever takes it, with a message that replaces the first', async () => {
  const submissionId = await makeReviewable()
  const reviewer = await makeUser()
  const { decisionId } = await decide(reviewer, submissionId, 'approved')
  await notifyCustomer({ decisionId })
  const opened = { submissionId, cause: 'reopened' as const, why: 'The bank called' }
  expect(await reopenSubmission(await makeUser('manager'), opened)).toEqual({ ok: true })
  expect(await reopenSubmission(await makeUser('manager'), opened)).toMatchObject({ reason: 'not_decided' })
  expect(await clientAnswer(submissionId)).toMatchObject({ status: 'ready_for_review', outcome: null })
  await decide(reviewer, submissionId, 'rejected', blurred)
  expect((await messagesOf(submissionId)).at(-1)!.body).toContain('replaces the one')
})

test('an appeal goes to somebody else: nobody who had a say before has one again', async () => {
  const submissionId = await makeReviewable({ fourEyes: [{}] })
  const [first, second] = [await makeUser(), await makeUser('admin')]
  await claimSubmission(first, { submissionId })
  const rejection = { submissionId, outcome: 'rejected' as const, reasons: blurred, note: null }
  await decideSubmission(first, rejection)
  await decide(second, submissionId, 'rejected', blurred)
  await reopenSubmission(await makeUser('support'), { submissionId, cause: 'appealed', why: 'The photo is sharp' })
  for (const person of [first, second]) {
    expect(await claimSubmission(person, { submissionId })).toMatchObject({ reason: 'reviewed_before' })
    expect(await decideSubmission(person, rejection)).toMatchObject({ reason: 'reviewed_before' })
    const taken = await takeNext(person, {})
    expect(taken.ok && taken.submissionId === submissionId).toBe(false)
  }
  await claimSubmission(await makeUser(), { submissionId })
  expect(await db().submission.findUnique({ where: { id: submissionId } })).toMatchObject({
    status: 'ready_for_review',
    appealedAt: expect.any(Date),
  })
})

test('nothing is appealed that was approved, and nothing opened again while it can be undone', async () => {
  const approved = await makeReviewable()
  await decide(await makeUser(), approved, 'approved')
  const support = await makeUser('support')
  const appeal = { submissionId: approved, cause: 'appealed' as const, why: 'No' }
  expect(await reopenSubmission(support, appeal)).toMatchObject({ reason: 'not_decided' })
  const fresh = await makeReviewable({ undoSeconds: 60 })
  await decide(await makeUser(), fresh, 'rejected', blurred)
  expect(await reopenSubmission(support, { ...appeal, submissionId: fresh })).toMatchObject({
    reason: 'still_undoable',
  })
})

test('the customer’s page shows what was told, and an amendment only once it can no longer be undone', async () => {
  const submissionId = await makeReviewable({ undoSeconds: 60 })
  const reviewer = await makeUser()
  const { decisionId } = await decide(reviewer, submissionId, 'resubmission_requested', blurred)
  const passed = { effectiveAt: new Date(0) }
  await db().decision.update({ where: { id: decisionId }, data: passed })
  await notifyCustomer({ decisionId })
  const link = await db().resubmissionLink.findFirstOrThrow({ where: { submissionId } })
  const titles = async () => {
    const page = await resubmissionPage(linkToken(link.id))
    return page.state === 'open' ? page.asked[0]!.wordings.map(({ title }) => title) : page.state
  }
  expect(await titles()).toEqual(['The photo is blurred'])
  const glaring = [{ code: 'image_glare' as const, capture: 'id_front' as const }]
  const amendment = { submissionId, outcome: 'resubmission_requested' as const, reasons: glaring, note: 'Not that' }
  const amended = await decideSubmission(reviewer, { ...amendment, amends: decisionId })
  if (!amended.ok) throw new Error(amended.message)
  expect(await titles()).toEqual(['The photo is blurred'])
  await db().decision.update({ where: { id: amended.decisionId! }, data: passed })
  expect(await titles()).toEqual(['Light is reflected on the document'])
})
