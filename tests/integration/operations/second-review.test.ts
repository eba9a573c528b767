import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import type { Policy } from '#lib/domain/policy'
import { changeUser } from '#lib/operations/change-user'
import { checkSubmission } from '#lib/operations/check-submission'
import { claimSubmission, takeNext } from '#lib/operations/claim-submission'
import { decideSubmission } from '#lib/operations/decide-submission'
import { handOverSubmission } from '#lib/operations/hand-over-submission'
import { notifyCustomer } from '#lib/operations/notify-customer'
import { requestChecks } from '#lib/operations/request-checks'
import { undoDecision } from '#lib/operations/undo-decision'
import { caseHistory } from '#lib/queries/case-history'
import { caseNotes } from '#lib/queries/case-notes'
import { caseTimeline, timelineFilterSchema } from '#lib/queries/case-timeline'
import { decisionDesk } from '#lib/queries/decision-desk'
import { reviewWorkspace } from '#lib/queries/review-workspace'
import { reviewerMarks } from '#lib/queries/reviewer-marks'
import { submissionStanding } from '#lib/queries/submission-standing'
import { submissionStatus } from '#lib/queries/submission-status'
import { decide, makeReviewable, makeUser, review, withoutChecks } from '../../factories.ts'

const approvalsByTwo: Partial<Policy> = { fourEyes: [{ outcomes: ['approved'] }] }
const blind: Partial<Policy> = { blindReviewShare: 1 }
const statusOf = async (id: string) => (await db().submission.findUniqueOrThrow({ where: { id } })).status
const approval = (submissionId: string) => ({ submissionId, outcome: 'approved' as const, reasons: [], note: null })
const blurred = [{ code: 'image_blurry' as const, capture: 'id_front' as const }]
const glaring = [{ code: 'image_glare' as const, capture: 'id_front' as const }]

/** Other evidence than before: a check that the policy had switched off runs, too. */
async function checkAgainWithMore(submissionId: string): Promise<void> {
  const { policyId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  const policy = await db().policy.findUniqueOrThrow({ where: { id: policyId } })
  const body = { ...(policy.body as object), checks: { ...withoutChecks, 'file-size': { enabled: true } } }
  await db().policy.update({ where: { id: policyId }, data: { body } })
  await checkAgain(submissionId)
}

async function checkAgain(submissionId: string): Promise<void> {
  await requestChecks(await makeUser(), { submissionIds: [submissionId] })
  await checkSubmission({ submissionId, requestedById: null })
}

test('an approval by one person waits, tells nobody, and is decided once another says the same', async () => {
  const submissionId = await makeReviewable(approvalsByTwo)
  const first = await review(await makeUser(), submissionId, 'approved')
  expect(first.decisionId).toBeNull()
  expect(await statusOf(submissionId)).toBe('second_review')
  expect(await db().message.count({ where: { submissionId } })).toBe(0)
  const second = await makeUser()
  const { decisionId } = await decide(second, submissionId, 'approved')
  expect(await db().decision.findUnique({ where: { id: decisionId } })).toMatchObject({ decidedById: second.id })
  expect(await statusOf(submissionId)).toBe('approved')
  expect(await db().message.count({ where: { submissionId } })).toBe(1)
})

test('nobody is their own second, by any route and in any role', async () => {
  const submissionId = await makeReviewable(approvalsByTwo)
  const first = await makeUser()
  await review(first, submissionId, 'approved')
  const tries = async (actor: typeof first) => {
    expect(await claimSubmission(actor, { submissionId })).toMatchObject({ reason: 'reviewed_before' })
    expect(await decideSubmission(actor, approval(submissionId))).toMatchObject({ reason: 'reviewed_before' })
    const taken = await takeNext(actor, {})
    expect(taken.ok && taken.submissionId === submissionId).toBe(false)
  }
  await tries(first)
  await changeUser(await makeUser('admin'), { userId: first.id, role: 'admin', disabled: false })
  await tries({ ...first, role: 'admin' })

  const holder = await makeUser()
  await claimSubmission(holder, { submissionId })
  const handed = { submissionId, toUserId: first.id, note: 'Yours' }
  expect(await handOverSubmission(holder, handed)).toMatchObject({ ok: false, reason: 'no_reviewer' })
  // Even a lease got some other way gives no second word, and neither does the table itself.
  await db().claim.update({ where: { submissionId }, data: { userId: first.id } })
  expect(await decideSubmission(first, approval(submissionId))).toMatchObject({ reason: 'reviewed_before' })
  const forged = { submissionId, reviewerId: first.id, outcome: 'approved' as const, reasons: [] }
  await expect(db().review.create({ data: forged })).rejects.toThrow('already reviewed')
  expect(await statusOf(submissionId)).toBe('second_review')
})

test('rules ask for two by reason, country and risk, and by nothing else', async () => {
  const rules: Policy['fourEyes'] = [{ reasons: ['doc_fake'] }, { outcomes: ['approved'], countries: ['LVA'] }]
  const submissionId = await makeReviewable({ fourEyes: rules })
  expect(await review(await makeUser(), submissionId, 'approved')).toMatchObject({ decisionId: expect.any(String) })
  const fake = await makeReviewable({ fourEyes: rules })
  expect(await review(await makeUser(), fake, 'rejected', [{ code: 'doc_fake', capture: null }])).toMatchObject({
    decisionId: null,
  })
  const latvian = await makeReviewable({ fourEyes: rules }, { metadata: { country: 'LVA' } })
  expect(await review(await makeUser(), latvian, 'approved')).toMatchObject({ decisionId: null })
})

test('checks that find something else void the first approval; the same findings again do not', async () => {
  const submissionId = await makeReviewable(approvalsByTwo)
  const first = await makeUser()
  await review(first, submissionId, 'approved')
  await checkAgain(submissionId)
  expect(await statusOf(submissionId)).toBe('second_review')
  await checkAgainWithMore(submissionId)
  expect(await statusOf(submissionId)).toBe('ready_for_review')
  expect(await db().review.findFirst({ where: { submissionId } })).toMatchObject({ voidedFor: 'evidence_changed' })
  expect(await db().auditEvent.count({ where: { submissionId, type: 'review.voided' } })).toBe(1)
  const next = await makeUser()
  expect(await decisionDesk(next, submissionId)).toMatchObject({
    turn: 'first',
    putAside: [{ by: first.name, outcome: 'approved', cause: 'evidence_changed' }],
  })
  // What is said on the new evidence is a first word again, and may come from whoever spoke before.
  expect(await review(first, submissionId, 'approved')).toMatchObject({ decisionId: null })
})

test('a second with other reasons is a new first, and needs yet another person', async () => {
  const submissionId = await makeReviewable({ fourEyes: [{}] })
  await review(await makeUser(), submissionId, 'resubmission_requested', blurred)
  const second = await makeUser()
  expect(await review(second, submissionId, 'resubmission_requested', glaring)).toMatchObject({ decisionId: null })
  expect(await claimSubmission(second, { submissionId })).toMatchObject({ reason: 'reviewed_before' })
  const { decisionId } = await decide(await makeUser(), submissionId, 'resubmission_requested', glaring)
  expect(await db().reason.findMany({ where: { decisionId } })).toMatchObject([{ code: 'image_glare' }])
})

test('a first review is undone like a decision, and a second that undoes theirs leaves the first as it was', async () => {
  const submissionId = await makeReviewable({ ...approvalsByTwo, undoSeconds: 60 })
  const [first, second] = [await makeUser(), await makeUser()]
  const early = await review(first, submissionId, 'approved')
  expect(await undoDecision(first, { reviewId: early.reviewId })).toMatchObject({ ok: true })
  expect(await statusOf(submissionId)).toBe('ready_for_review')
  const again = await review(first, submissionId, 'approved')
  const { reviewId } = await review(second, submissionId, 'rejected', blurred)
  expect(await undoDecision(first, { reviewId: again.reviewId })).toMatchObject({ reason: 'too_late' })
  expect(await undoDecision(second, { reviewId })).toMatchObject({ ok: true })
  expect(await statusOf(submissionId)).toBe('second_review')
  expect((await decisionDesk(second, submissionId)).reviews).toMatchObject([{ by: first.name, outcome: 'approved' }])
})

test('undoing a first review takes the submission from nobody who holds it by then', async () => {
  const submissionId = await makeReviewable({ ...approvalsByTwo, undoSeconds: 60 })
  const [first, second] = [await makeUser(), await makeUser()]
  const { reviewId } = await review(first, submissionId, 'approved')
  await claimSubmission(second, { submissionId })
  expect(await undoDecision(first, { reviewId })).toMatchObject({ ok: true })
  expect(await db().claim.findUnique({ where: { submissionId } })).toMatchObject({ userId: second.id })
  expect(await review(second, submissionId, 'approved')).toMatchObject({ decisionId: null })
})

test('a blind second sees nothing of what the first said, wherever they look', async () => {
  const submissionId = await makeReviewable(blind)
  const first = await makeUser()
  await claimSubmission(first, { submissionId })
  const note = 'Looks retouched to me'
  await decideSubmission(first, { submissionId, outcome: 'rejected', reasons: blurred, note })
  const { id: captureId } = await db().capture.findFirstOrThrow({ where: { submissionId } })
  const points: [number, number][] = [
    [0.1, 0.1],
    [0.2, 0.1],
    [0.2, 0.2],
  ]
  await db().reviewerRegion.create({ data: { captureId, points, comment: note, drawnById: first.id } })
  const second = await makeUser('admin')
  const desk = await decisionDesk(second, submissionId)
  expect(desk).toMatchObject({ turn: 'blind', reviews: [], putAside: [] })
  const { captures: _, message: __, ...workspace } = await reviewWorkspace(second, submissionId)
  const told = await Promise.all([
    reviewerMarks(second, submissionId),
    caseTimeline(second, timelineFilterSchema.parse({ submissionId })),
    caseHistory(second, submissionId),
    caseNotes(second, submissionId),
  ])
  const { clientId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  const answer = await submissionStatus({ kind: 'api_client', id: clientId, name: 'client' }, submissionId)
  const { wordings: ___, ...seen } = desk
  const events = await db().auditEvent.findMany({ where: { submissionId }, select: { type: true, data: true } })
  expect(JSON.stringify([seen, workspace, told, answer, events])).not.toMatch(/rejected|image_blurry|retouched to me/)
  expect(answer).toMatchObject({ status: 'ready_for_review', outcome: null })
  expect((await decisionDesk(first, submissionId)).reviews).toMatchObject([{ outcome: 'rejected', note }])
})

test('two blind reviews that agree are the decision, and the agreement is kept', async () => {
  const submissionId = await makeReviewable(blind)
  await review(await makeUser(), submissionId, 'resubmission_requested', blurred)
  await decide(await makeUser(), submissionId, 'resubmission_requested', blurred)
  expect(await db().review.findMany({ where: { submissionId }, orderBy: { reviewedAt: 'asc' } })).toMatchObject([
    { blind: true, agrees: null },
    { agrees: true },
  ])
})

test('two blind reviews that disagree go to a third, who sees both and whose word counts', async () => {
  const submissionId = await makeReviewable(blind)
  const [first, second, third] = [await makeUser(), await makeUser(), await makeUser()]
  await review(first, submissionId, 'approved')
  expect(await review(second, submissionId, 'rejected', blurred)).toMatchObject({ decisionId: null })
  for (const person of [first, second]) {
    expect(await claimSubmission(person, { submissionId })).toMatchObject({ reason: 'reviewed_before' })
  }
  expect(await decisionDesk(third, submissionId)).toMatchObject({
    turn: 'third',
    reviews: [{ outcome: 'approved' }, { outcome: 'rejected' }],
  })
  await decide(third, submissionId, 'rejected', glaring)
  expect(await statusOf(submissionId)).toBe('rejected')
})

test('without a third the first’s word counts, and is told at once', async () => {
  const submissionId = await makeReviewable({ ...blind, thirdOnDisagreement: false, undoSeconds: 60 })
  const first = await makeUser()
  await review(first, submissionId, 'approved')
  const { decisionId, undoUntil } = await decide(await makeUser(), submissionId, 'rejected', blurred)
  expect(undoUntil).toBeNull()
  expect(await db().decision.findUnique({ where: { id: decisionId } })).toMatchObject({
    outcome: 'approved',
    decidedById: first.id,
  })
  await notifyCustomer({ decisionId })
  expect(await db().message.findFirst({ where: { decisionId } })).toMatchObject({ status: 'sent' })
})

test('a blind second still reads what the machine did to the submission', async () => {
  const submissionId = await makeReviewable(blind)
  const first = await makeUser()
  await review(first, submissionId, 'approved')
  const { entries } = await caseTimeline(await makeUser(), timelineFilterSchema.parse({ submissionId }))
  const types = entries.map(({ type }) => type)
  expect(types).toContain('submission.checked')
  expect(types).toContain('submission.received')
  expect(types).not.toContain('submission.reviewed')
})

test('a blind second does not read what the first wrote as they passed the submission on', async () => {
  const submissionId = await makeReviewable(blind)
  const [first, colleague] = [await makeUser(), await makeUser()]
  await claimSubmission(first, { submissionId })
  await handOverSubmission(first, { submissionId, toUserId: colleague.id, note: 'Looks forged to me' })
  await review(first, submissionId, 'approved')
  expect(await submissionStanding(colleague, submissionId)).toMatchObject({ handover: null })
  await review(colleague, submissionId, 'rejected', blurred)
  const third = await submissionStanding(await makeUser(), submissionId)
  expect(third).toMatchObject({ handover: { from: first.name, note: 'Looks forged to me' } })
})
