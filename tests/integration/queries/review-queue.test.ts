import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { assignSubmissions } from '#lib/operations/assign-submissions'
import { claimSubmission } from '#lib/operations/claim-submission'
import { escalateSubmission } from '#lib/operations/escalate-submission'
import { snoozeSubmissions } from '#lib/operations/snooze-submissions'
import { caseSearchInput } from '#lib/queries/case-search'
import { findCasesInput } from '#lib/queries/find-cases'
import { reviewQueue } from '#lib/queries/review-queue'
import { type QueueFilter, queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { queueSorts } from '#lib/queries/review-queue/queue-order'
import { makeCheckedSubmission, makeClient, makeSubmission, makeUser, picture } from '../../factories.ts'

const total = 60
let reviewer: UserActor

beforeAll(async () => {
  reviewer = await makeUser()
  const client = await makeClient()
  const files = [await picture('id_front')]
  for (let number = 0; number < total; number++) {
    await makeSubmission({
      client,
      files,
      metadata: { externalId: `n-${number}`, country: number % 2 ? 'LVA' : 'EST' },
    })
  }
})

const read = (filter: Partial<QueueFilter> = {}) => reviewQueue(reviewer, queueFilterSchema.parse(filter))

test.each(queueSorts)('pages by %s show every row once, forwards and back', async (sort) => {
  const first = await read({ sort })
  const second = await read({ sort, after: first.nextCursor! })
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(total)
  expect(second.nextCursor).toBeNull()
  const back = await read({ sort, before: second.previousCursor! })
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
})

test.each(queueSorts)('by %s the other way round is the same list reversed', async (sort) => {
  const { dir, rows } = await read({ sort })
  const reversed = await read({ sort, dir: dir === 'asc' ? 'desc' : 'asc' })
  const rest = await read({ sort, dir: reversed.dir, after: reversed.nextCursor! })
  const all = [...reversed.rows, ...rest.rows].map(({ id }) => id).reverse()
  expect(rows.map(({ id }) => id)).toEqual(all.slice(0, rows.length))
})

test('a page stays right while rows arrive before it', async () => {
  const first = await read({ sort: 'received', dir: 'desc' })
  const { submissionId } = await makeSubmission({ files: [await picture('id_front')] })
  const second = await read({ sort: 'received', dir: 'desc', after: first.nextCursor! })
  const seen = new Set(first.rows.map(({ id }) => id))
  expect(second.rows.some(({ id }) => seen.has(id))).toBe(false)
  await db().submission.update({ where: { id: submissionId }, data: { status: 'approved' } })
})

test('a country narrows the list, and a broken cursor shows the first page', async () => {
  const page = await read({ country: 'LVA' })
  expect(page.rows).toHaveLength(total / 2)
  expect(await read({ country: 'LVA', after: 'not-a-cursor' })).toMatchObject({ count: total / 2 })
})

test('the holder is shown and can be asked for', async () => {
  const { rows } = await read()
  await claimSubmission(reviewer, { submissionId: rows[0]!.id })
  expect((await read({ holder: 'me' })).rows).toMatchObject([{ id: rows[0]!.id, heldByMe: true }])
  expect((await read({ holder: 'nobody' })).rows.some(({ id }) => id === rows[0]!.id)).toBe(false)
})

test('a search finds a reference as people type it', async () => {
  const { rows } = await read()
  const typed = rows[3]!.reference.toLowerCase().replaceAll('-', ' ')
  expect((await read({ q: typed })).rows.map(({ id }) => id)).toEqual([rows[3]!.id])
})

test('flags carry the number of captures they were found on, and managers get no pictures', async () => {
  const dark = { kind: 'dark' as const, amount: 0.9 }
  const files = [await picture('id_front', dark), await picture('selfie', dark)]
  const { submissionId } = await makeCheckedSubmission({ files, metadata: { country: 'UTO' } })
  const [row] = (await read({ country: 'UTO', status: 'ready_for_review' })).rows
  expect(row).toMatchObject({ id: submissionId, captures: [{ kind: 'id_front' }, { kind: 'selfie' }] })
  expect(row!.flags).toContainEqual({ check: 'exposure', count: 2 })
  const seen = await reviewQueue(await makeUser('manager'), queueFilterSchema.parse({ country: 'UTO' }))
  expect(seen.rows.every(({ captures }) => captures === null)).toBe(true)
})

test('what is snoozed is left out of what waits unless it is asked for', async () => {
  const id = (await read()).rows[7]!.id
  await snoozeSubmissions(reviewer, { submissionIds: [id], until: new Date(Date.now() + 3_600_000) })
  expect((await read()).count).toBe((await read({ snoozed: 'with' })).count - 1)
  expect((await read({ snoozed: 'only' })).rows).toMatchObject([{ id, snoozedUntil: expect.any(Date) }])
  await snoozeSubmissions(reviewer, { submissionIds: [id], until: null })
})

test('assignment, escalation, client, attempt, age and due time each narrow the list', async () => {
  const [one, other] = (await read({ country: 'LVA' })).rows
  await assignSubmissions(reviewer, { submissionIds: [one!.id], toUserId: reviewer.id })
  await escalateSubmission(reviewer, { submissionId: other!.id, note: 'Please look' })
  const idsOf = async (filter: Partial<QueueFilter>) => (await read(filter)).rows.map(({ id }) => id)
  expect(await idsOf({ assigned: 'me' })).toEqual([one!.id])
  expect(await idsOf({ assigned: reviewer.id })).toEqual([one!.id])
  expect(await idsOf({ escalated: 'only' })).toEqual([other!.id])
  const { clientId } = await db().submission.findUniqueOrThrow({ where: { id: one!.id } })
  expect((await read({ client: clientId })).count).toBe(total)
  expect((await read({ attempt: '2' })).count).toBe(0)
  expect((await read({ age: '1h' })).count).toBe(0)
  await db().submission.update({ where: { id: one!.id }, data: { dueAt: new Date(Date.now() - 1000) } })
  expect((await read({ due: 'late' })).rows).toMatchObject([{ id: one!.id, late: true }])
  expect((await read({ due: '8h' })).count).toBe(1)
})

test('a group of checks stands for each of them', async () => {
  const dark = { kind: 'dark' as const, amount: 0.9 }
  const { submissionId } = await makeCheckedSubmission({ files: [await picture('id_front', dark)] })
  const ids = async (flag: QueueFilter['flag']) => (await read({ flag })).rows.map(({ id }) => id)
  expect(await ids('picture')).toContain(submissionId)
  expect(await ids('origin')).not.toContain(submissionId)
})

test('a search finds names by the beginnings of their words, with or without diacritics, and the device is a filter', async () => {
  const { submissionId } = await makeSubmission({
    metadata: { declaredName: 'Zanē Bērziņa-Kalniņa', externalId: 'name-search', country: 'UTO' },
    files: [await picture('id_front')],
  })
  for (const q of ['berzi', 'Bērziņa zane', 'KALNIN', 'name-sea']) {
    expect((await read({ q })).rows.map(({ id }) => id)).toEqual([submissionId])
  }
  expect((await read({ q: 'erzina' })).count).toBe(0)
  expect((await read({ q: "o'%:*&" })).count).toBe(0)
  await db().submission.update({ where: { id: submissionId }, data: { device: 'Fairphone 5' } })
  expect((await read({ device: 'Fairphone 5' })).rows).toMatchObject([{ id: submissionId }])
})

test('a search that no text of ours can hold is ignored like any value that makes no sense', async () => {
  const { q, device } = queueFilterSchema.parse({ q: 'a\0b', device: 'Phone\u202E' })
  expect([q, device]).toEqual([undefined, undefined])
  expect(caseSearchInput.safeParse({ q: 'a\0b' }).success).toBe(false)
  expect(findCasesInput.safeParse({ q: 'a\0b' }).success).toBe(false)
  expect(findCasesInput.safeParse({ q: ' a ' }).success).toBe(false)
})
