import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linkUrl } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import { shippedChecklist } from '#lib/domain/checklist'
import { linkPlaceholder, renderMessage } from '#lib/domain/message'
import { env } from '#lib/env'
import { claimSubmission } from '#lib/operations/claim-submission'
import { correctField } from '#lib/operations/correct-field'
import { decideSubmission } from '#lib/operations/decide-submission'
import { notifyCustomer } from '#lib/operations/notify-customer'
import { saveReasonTemplate } from '#lib/operations/save-reason-template'
import { decisionDesk } from '#lib/queries/decision-desk'
import { evidenceShown } from '#lib/queries/evidence-shown'
import { resubmissionPage } from '#lib/queries/resubmission-page'
import { reviewWorkspace } from '#lib/queries/review-workspace'
import { decide, makeReviewable, makeUser } from '../../factories.ts'
import { parseMail } from '../../setup/outbox.ts'

const blurred = [{ code: 'image_blurry' as const, capture: 'id_front' as const }]

/** What the review page holds, and the message it previews: made as components do, from what queries gave. */
async function openPage(reviewer: Awaited<ReturnType<typeof makeUser>>, submissionId: string) {
  await claimSubmission(reviewer, { submissionId })
  const evidence = await evidenceShown(reviewer, submissionId)
  const { message, reference } = await reviewWorkspace(reviewer, submissionId)
  const { corrects, wordings } = await decisionDesk(reviewer, submissionId)
  const locale = message.locale as keyof typeof wordings
  const facts = { locale, wordings: wordings[locale], reference, corrects }
  return { evidence, message: renderMessage({ ...facts, outcome: 'resubmission_requested', reasons: blurred }) }
}

function newestMail() {
  const folder = join(env().dataDir, 'outbox')
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return parseMail(readFileSync(join(folder, names.sort().at(-1)!), 'utf8'))
}

test('what was previewed is what is stored and sent, byte for byte but for the link', async () => {
  const submissionId = await makeReviewable({}, { metadata: { locale: 'lv' } })
  const reviewer = await makeUser()
  const seen = await openPage(reviewer, submissionId)
  const input = { submissionId, outcome: 'resubmission_requested' as const, reasons: blurred, note: null, seen }
  const decided = await decideSubmission(reviewer, input)
  if (!decided.ok) throw new Error(decided.message)
  const { subject, body } = await db().message.findFirstOrThrow({ where: { submissionId } })
  expect({ subject, body }).toEqual(seen.message)
  await notifyCustomer({ decisionId: decided.decisionId! })
  const link = await db().resubmissionLink.findFirstOrThrow({ where: { submissionId } })
  const mail = newestMail()
  expect(mail.subject).toBe(seen.message.subject)
  expect(mail.text.trimEnd()).toBe(seen.message.body.replace(linkPlaceholder, linkUrl(link.id)))
})

test('a wording saved meanwhile is shown before anything is decided', async () => {
  const submissionId = await makeReviewable()
  const reviewer = await makeUser()
  const seen = await openPage(reviewer, submissionId)
  const texts = { title: 'Not sharp', explanation: 'It is not sharp.', advice: `Hold still (${submissionId}).` }
  await saveReasonTemplate(await makeUser('manager'), { code: 'image_blurry', locale: 'en', basedOn: 0, ...texts })
  const input = { submissionId, outcome: 'resubmission_requested' as const, reasons: blurred, note: null }
  expect(await decideSubmission(reviewer, { ...input, seen })).toMatchObject({ reason: 'message_changed' })
  expect(await db().claim.count({ where: { submissionId } })).toBe(1)
  const again = await openPage(reviewer, submissionId)
  expect(await decideSubmission(reviewer, { ...input, seen: again })).toMatchObject({ ok: true })
})

test('evidence that changed since the page was opened is named, and the claim kept', async () => {
  const submissionId = await makeReviewable()
  const reviewer = await makeUser()
  const seen = await openPage(reviewer, submissionId)
  await correctField(reviewer, { submissionId, field: 'documentNumber', value: 'AB123456' })
  const input = { submissionId, outcome: 'resubmission_requested' as const, reasons: blurred, note: null, seen }
  expect(await decideSubmission(reviewer, input)).toMatchObject({
    reason: 'evidence_changed',
    message: expect.stringContaining('corrected'),
  })
  expect(await db().claim.count({ where: { submissionId } })).toBe(1)
})

test('who comes late is told who decided and when', async () => {
  const submissionId = await makeReviewable()
  const [winner, late] = [await makeUser(), await makeUser()]
  const seen = await openPage(late, submissionId)
  await db().claim.deleteMany({ where: { submissionId } })
  await decide(winner, submissionId, 'approved')
  const input = { submissionId, outcome: 'resubmission_requested' as const, reasons: blurred, note: null, seen }
  const { decidedAt } = await db().decision.findFirstOrThrow({ where: { submissionId } })
  expect(await decideSubmission(late, input)).toMatchObject({
    reason: 'already_decided',
    message: expect.stringContaining(winner.name),
    at: decidedAt,
  })
})

test('a required question keeps an approval back until somebody says yes to it, and the answers are kept', async () => {
  const checklist = shippedChecklist.map((item) => ({ ...item, requiredForApproval: item.id === 'signature' }))
  const submissionId = await makeReviewable({ checklist })
  const reviewer = await makeUser()
  await claimSubmission(reviewer, { submissionId })
  const approve = (answers: { id: string; answer: 'yes' | 'no' | 'cannot_tell' }[]) =>
    decideSubmission(reviewer, { submissionId, outcome: 'approved', reasons: [], note: null, checklist: answers })
  expect(await approve([])).toMatchObject({ reason: 'checklist_unanswered' })
  expect(await approve([{ id: 'signature', answer: 'cannot_tell' }])).toMatchObject({ reason: 'checklist_unanswered' })
  const answers = [
    { id: 'signature', answer: 'yes' as const },
    { id: 'cover', answer: 'no' as const },
  ]
  expect(await approve(answers)).toMatchObject({ ok: true })
  expect(await db().review.findFirst({ where: { submissionId } })).toMatchObject({
    checklist: answers,
    reviewerId: reviewer.id,
  })
})

test('a place picked for a reason is what the customer sees marked', async () => {
  const submissionId = await makeReviewable()
  const region: [number, number][] = [
    [0.1, 0.1],
    [0.4, 0.1],
    [0.4, 0.3],
  ]
  const { decisionId } = await decide(await makeUser(), submissionId, 'resubmission_requested', [
    { ...blurred[0]!, region },
  ])
  await notifyCustomer({ decisionId })
  const link = await db().resubmissionLink.findFirstOrThrow({ where: { submissionId } })
  const page = await resubmissionPage(linkUrl(link.id).split('/').at(-1)!)
  expect(page).toMatchObject({ state: 'open', asked: [{ rings: [region] }, {}, {}] })
})
