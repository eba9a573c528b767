import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { readMentions } from '#lib/operations/read-mentions'
import { withdrawNote } from '#lib/operations/withdraw-note'
import { writeNote } from '#lib/operations/write-note'
import { caseNotes } from '#lib/queries/case-notes'
import { mentions, unreadMentions } from '#lib/queries/mentions'
import { makeSubmission, makeUser } from '../../factories.ts'

async function arrange() {
  const { submissionId } = await makeSubmission()
  const [author, colleague] = [await makeUser(), await makeUser()]
  const say = (body: string, mentionedIds: string[] = []) => writeNote(author, { submissionId, body, mentionedIds })
  return { submissionId, author, colleague, say }
}

test('a colleague named in a note has it among their mentions until they have read it', async () => {
  const { submissionId, author, colleague, say } = await arrange()
  await say(`@${colleague.name} is this the signature?`, [colleague.id])
  expect(await unreadMentions(colleague)).toBe(1)
  expect((await mentions(colleague, {})).rows).toMatchObject([{ submissionId, author: author.name, unread: true }])
  expect((await caseNotes(colleague, submissionId)).unread).toBe(1)
  const { caseId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  expect(await readMentions(colleague, { caseId })).toEqual({ ok: true, read: 1 })
  expect(await unreadMentions(colleague)).toBe(0)
  expect(await unreadMentions(author)).toBe(0)
})

test('only colleagues who may open the case are told, and only those the text still names', async () => {
  const { colleague, say } = await arrange()
  const [support, disabled] = [await makeUser('support'), await makeUser()]
  await db().user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
  const all = [colleague, support, disabled]
  await say(
    `@${support.name} @${disabled.name} but no longer the third`,
    all.map(({ id }) => id),
  )
  expect(await db().mention.count({ where: { userId: { in: all.map(({ id }) => id) } } })).toBe(0)
})

test('its author can withdraw a note while it is fresh: the text and its mentions go, that there was one stays', async () => {
  const { submissionId, author, colleague, say } = await arrange()
  const { noteId } = await say(`@${colleague.name} wrong case`, [colleague.id])
  expect(await withdrawNote(colleague, { noteId })).toMatchObject({ ok: false, reason: 'too_late' })
  expect(await withdrawNote(author, { noteId })).toEqual({ ok: true })
  expect(await unreadMentions(colleague)).toBe(0)
  const { notes } = await caseNotes(colleague, submissionId)
  expect(notes).toMatchObject([{ id: noteId, stretches: [], withdrawnAt: expect.any(Date) }])
  expect(await db().note.findUniqueOrThrow({ where: { id: noteId } })).toMatchObject({ body: '' })
})

test('a note that has stood for ten minutes stays', async () => {
  const { author, say } = await arrange()
  const { noteId } = await say('It is what it is')
  await db().$executeRaw`UPDATE notes SET written_at = written_at - interval '10 minutes' WHERE id = ${noteId}::uuid`
  expect(await withdrawNote(author, { noteId })).toMatchObject({ ok: false, reason: 'too_late' })
})

test('the audit log tells of a note by its id, never what it says', async () => {
  const { submissionId, author, colleague, say } = await arrange()
  const { noteId } = await say(`@${colleague.name} secret words`, [colleague.id])
  await withdrawNote(author, { noteId })
  const events = await db().auditEvent.findMany({ where: { submissionId, type: { startsWith: 'note.' } } })
  expect(events.map(({ type }) => type)).toEqual(['note.written', 'note.withdrawn'])
  expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('secret')
})

test('a note on one attempt is there on all attempts of its case', async () => {
  const { submissionId, colleague, say } = await arrange()
  await say('Written on the first attempt')
  const { notes, older } = await caseNotes(colleague, submissionId)
  expect(notes).toMatchObject([{ attempt: 1, withdrawableUntil: null }])
  expect(older).toBe(0)
})
