import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { env } from '#lib/env'
import { claimSubmission } from '#lib/operations/claim-submission'
import { decideSubmission } from '#lib/operations/decide-submission'
import { notifyCustomer } from '#lib/operations/notify-customer'
import { undoDecision } from '#lib/operations/undo-decision'
import { resubmissionPage } from '#lib/queries/resubmission-page'
import { decide, makeCheckedSubmission, makeClient, makeReviewable, makeUser, picture } from '../../factories.ts'
import { parseMail } from '../../setup/outbox.ts'

const blurred = [{ code: 'image_blurry', capture: 'id_front' }] as const

function newestMail() {
  const folder = join(env().dataDir, 'outbox')
  const newest = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .at(-1)!
  return parseMail(readFileSync(join(folder, newest), 'utf8'))
}

test('only who holds the claim may decide', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const [holder, other] = [await makeUser(), await makeUser()]
  await claimSubmission(holder, { submissionId })
  const input = { submissionId, outcome: 'approved' as const, reasons: [], note: null }
  expect(await decideSubmission(other, input)).toMatchObject({ ok: false, reason: 'not_claimed' })
  expect(await decideSubmission(holder, input)).toMatchObject({ ok: true })
})

test('a rejection names a reason, an approval none, and a final reason asks for no new photo', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const reviewer = await makeUser()
  await claimSubmission(reviewer, { submissionId })
  const decideAs = (
    outcome: 'approved' | 'rejected' | 'resubmission_requested',
    codes: ('image_blurry' | 'country_unsupported')[],
  ) =>
    decideSubmission(reviewer, {
      submissionId,
      outcome,
      reasons: codes.map((code) => ({ code, capture: null })),
      note: null,
    })
  expect(await decideAs('rejected', [])).toMatchObject({ reason: 'reasons_missing' })
  expect(await decideAs('approved', ['image_blurry'])).toMatchObject({ reason: 'reasons_on_approval' })
  expect(await decideAs('resubmission_requested', ['country_unsupported'])).toMatchObject({ reason: 'reason_is_final' })
})

test('of reviewers racing to decide one submission exactly one wins, and the others are told who', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const reviewer = await makeUser()
  await claimSubmission(reviewer, { submissionId })
  const input = { submissionId, outcome: 'approved' as const, reasons: [], note: null }
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => decideSubmission(reviewer, input)))
  const won = results.filter((result) => result.status === 'fulfilled' && result.value.ok)
  expect(won).toHaveLength(1)
  expect(await db().decision.count({ where: { submissionId } })).toBe(1)
  expect(await db().message.count({ where: { submissionId } })).toBe(1)
  const late = await decideSubmission(await makeUser(), input)
  expect(late).toMatchObject({ ok: false, reason: 'already_decided', message: expect.stringContaining(reviewer.name) })
})

test('the customer’s message carries a link that opens on their own picture', async () => {
  const { submissionId } = await makeCheckedSubmission({ files: [await picture('id_front'), await picture('selfie')] })
  const { decisionId } = await decide(await makeUser(), submissionId, 'resubmission_requested', [...blurred])
  await notifyCustomer({ decisionId })
  const mail = newestMail()
  expect(mail).toMatchObject({ to: 'customer@example.com', text: expect.stringContaining('The photo is blurred') })
  const token = /resubmit\/([\w-]+)/.exec(mail.text)![1]!
  const page = await resubmissionPage(token)
  expect(page).toMatchObject({
    state: 'open',
    asked: [{ kind: 'id_front' }, { kind: 'id_back', captureId: null }],
    kept: ['selfie'],
  })
})

test('a message is sent once, however often its job runs', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const { decisionId } = await decide(await makeUser(), submissionId, 'approved')
  await notifyCustomer({ decisionId })
  await notifyCustomer({ decisionId })
  expect(await db().auditEvent.count({ where: { submissionId, type: 'message.sent' } })).toBe(1)
})

test('the message is in the customer’s language and never tells an internal reason’s signal', async () => {
  const { submissionId } = await makeCheckedSubmission({ metadata: { locale: 'lv-LV' } })
  const { decisionId } = await decide(await makeUser(), submissionId, 'rejected', [
    { code: 'doc_fake', capture: 'id_front' },
  ])
  const message = await db().message.findFirstOrThrow({ where: { decisionId } })
  expect(message.locale).toBe('lv')
  expect(message.body).toContain('Labdien!')
  expect(message.body).not.toMatch(/viltot|fake|forged/i)
})

test('a decision undone in time sends nothing and gives the submission back to its reviewer', async () => {
  const client = await makeClient({ undoSeconds: 60 })
  const { submissionId } = await makeCheckedSubmission({ client })
  const reviewer = await makeUser()
  const { decisionId, reviewId } = await decide(reviewer, submissionId, 'approved')
  expect(await undoDecision(reviewer, { reviewId })).toEqual({ ok: true, submissionId })
  await notifyCustomer({ decisionId })
  expect(await db().message.findMany({ where: { decisionId } })).toMatchObject([{ status: 'cancelled' }])
  expect(await db().submission.findUnique({ where: { id: submissionId } })).toMatchObject({
    status: 'ready_for_review',
  })
  expect(await db().claim.findUnique({ where: { submissionId } })).toMatchObject({ userId: reviewer.id })
})

test('a decision whose time has run out, or somebody else’s, cannot be undone', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const reviewer = await makeUser()
  const { reviewId } = await decide(reviewer, submissionId, 'approved')
  expect(await undoDecision(reviewer, { reviewId })).toMatchObject({ ok: false, reason: 'too_late' })
  expect(await undoDecision(await makeUser(), { reviewId })).toMatchObject({ ok: false, reason: 'too_late' })
})

test('the job that tells the customer cannot start before the moment until which the decision can be undone', async () => {
  const submissionId = await makeReviewable({ undoSeconds: 60 })
  const { decisionId, undoUntil } = await decide(await makeUser(), submissionId, 'approved')
  const [job] = await db().$queryRaw<{ start: Date }[]>`
    SELECT start_after AS start FROM pgboss.job WHERE name = 'notify-customer' AND data->>'decisionId' = ${decisionId}`
  expect(job?.start).toEqual(undoUntil)
})
