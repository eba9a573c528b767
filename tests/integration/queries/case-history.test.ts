import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { claimSubmission } from '#lib/operations/claim-submission'
import { writeNote } from '#lib/operations/write-note'
import { caseHistory } from '#lib/queries/case-history'
import { caseNotes } from '#lib/queries/case-notes'
import { caseTimeline } from '#lib/queries/case-timeline'
import { mentions, unreadMentions } from '#lib/queries/mentions'
import { messageText } from '#lib/queries/message-text'
import { nearDuplicates } from '#lib/queries/near-duplicates'
import {
  decide,
  makeCheckedSubmission,
  makeClient,
  makeReviewable,
  makeUser,
  picture,
  withoutChecks,
} from '../../factories.ts'

/** Only the checks named run: the rest would take seconds. */
const only = (...ids: string[]) =>
  makeClient({ checks: { ...withoutChecks, ...Object.fromEntries(ids.map((id) => [id, { enabled: true }])) } })

async function twoAttempts(...checkIds: string[]) {
  const client = await only(...checkIds)
  const externalId = crypto.randomUUID()
  const reviewer = await makeUser()
  const blurred = await picture('id_front', { kind: 'defocus', amount: 0.8 })
  const first = await makeCheckedSubmission({ client, metadata: { externalId }, files: [blurred] })
  await decide(reviewer, first.submissionId, 'resubmission_requested', [{ code: 'image_blurry', capture: 'id_front' }])
  const second = await makeCheckedSubmission({ client, metadata: { externalId } })
  return { client, reviewer, first, second }
}

test('the attempts of a case come with their pictures, messages, and what changed from one to the next', async () => {
  const { reviewer, first, second } = await twoAttempts('sharpness')
  const [newest, oldest] = await caseHistory(reviewer, second.submissionId)
  expect([newest?.submissionId, oldest?.submissionId]).toEqual([second.submissionId, first.submissionId])
  expect(oldest).toMatchObject({
    changes: null,
    decision: { outcome: 'resubmission_requested', decidedBy: reviewer.name },
    captures: [{ kind: 'id_front' }],
  })
  const [change] = newest!.changes!
  expect(change).toMatchObject({ kind: 'id_front', picture: 'new' })
  expect(change!.fixed.map(({ check }) => change!.titles[check])).toContain('Capture is blurred')
  const [message] = oldest!.messages
  expect((await messageText(reviewer, message!.id)).body).toContain(second.caseReference)
})

test('the timeline goes back page by page and can be narrowed to a kind of event', async () => {
  const { reviewer, second } = await twoAttempts()
  const { submissionId } = second
  for (let count = 0; count < 60; count++) await writeNote(reviewer, { submissionId, body: 'N', mentionedIds: [] })
  const page = await caseTimeline(reviewer, { submissionId })
  expect(page.entries).toHaveLength(50)
  const rest = await caseTimeline(reviewer, { submissionId, before: page.next! })
  expect(rest.next).toBeNull()
  expect(rest.entries.at(-1)).toMatchObject({ type: 'submission.received', attempt: 1 })
  const decisions = await caseTimeline(reviewer, { submissionId, kind: 'decisions' })
  expect(decisions.entries.map(({ type }) => type)).toEqual(['submission.decided'])
})

test('the same picture is found in other cases of the same client, and in those of no other', async () => {
  const client = await only('duplicate-capture')
  const files = [await picture('id_front', { kind: 'glare', amount: 0.4 })]
  const earlier = await makeCheckedSubmission({ client, files })
  await makeCheckedSubmission({ client: await only('duplicate-capture'), files })
  const own = await makeCheckedSubmission({ client, files })
  const found = await nearDuplicates(await makeUser(), own.submissionId)
  expect(found).toMatchObject([{ submissionId: earlier.submissionId, reference: earlier.caseReference, distance: 0 }])
})

test('who is to review without knowing the first judgement sees no trace of it', async () => {
  const submissionId = await makeReviewable({ blindReviewShare: 1 })
  const [first, second] = [await makeUser(), await makeUser()]
  await claimSubmission(first, { submissionId })
  await decide(first, submissionId, 'approved').catch(() => undefined)
  expect(await db().review.count({ where: { submissionId, blind: true } })).toBe(1)
  await writeNote(first, { submissionId, body: `@${second.name} I would approve`, mentionedIds: [second.id] })
  const actors = async (reader: typeof first) => {
    const { entries } = await caseTimeline(reader, { submissionId })
    return entries.map(({ actor }) => actor)
  }
  expect(await actors(second)).not.toContain(first.name)
  expect(await actors(first)).toContain(first.name)
  expect((await caseNotes(second, submissionId)).notes).toEqual([])
  expect((await caseNotes(first, submissionId)).notes).toHaveLength(1)
  expect((await mentions(second, {})).rows).toEqual([])
  expect(await unreadMentions(second)).toBe(0)
})
