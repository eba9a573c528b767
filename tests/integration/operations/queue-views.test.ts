import { beforeEach, expect, test } from 'vitest'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { deleteView } from '#lib/operations/delete-view'
import { saveView } from '#lib/operations/save-view'
import { snoozeSubmissions } from '#lib/operations/snooze-submissions'
import { viewCapture } from '#lib/operations/view-capture'
import { bulkSelection } from '#lib/queries/bulk-selection'
import { queueChoices } from '#lib/queries/queue-choices'
import { queueCounts, queueRows } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { savedViews } from '#lib/queries/saved-views'
import { makeCheckedSubmission, makeClient, makeSubmission, makeUser, picture } from '../../factories.ts'

let reviewer: UserActor
beforeEach(async () => {
  reviewer = await makeUser()
})

const view = { name: 'Latvia', shared: false, query: 'country=LVA' }
const namesFor = async (actor: UserActor) => (await savedViews(actor)).map(({ name }) => name)

test('a view is its owner’s until it is shared, and only they change or delete it', async () => {
  const colleague = await makeUser()
  const saved = await saveView(reviewer, view)
  if (!saved.ok) throw new Error(saved.message)
  expect(await namesFor(colleague)).toEqual([])
  await saveView(reviewer, { ...view, viewId: saved.viewId, shared: true })
  expect(await savedViews(colleague)).toMatchObject([{ name: 'Latvia', mine: false, owner: reviewer.name }])
  expect(await saveView(colleague, { ...view, viewId: saved.viewId })).toMatchObject({ reason: 'not_yours' })
  await deleteView(colleague, { viewId: saved.viewId })
  expect(await namesFor(reviewer)).toEqual(['Latvia'])
  await deleteView(reviewer, { viewId: saved.viewId })
  expect(await namesFor(colleague)).toEqual([])
})

test('of many views saved at once under one name there is one, and no more than a person may have', async () => {
  await Promise.all(Array.from({ length: 18 }, (_, at) => saveView(reviewer, { ...view, name: `View ${at}` })))
  const same = await Promise.all(Array.from({ length: 4 }, () => saveView(reviewer, view)))
  expect(same.filter(({ ok }) => ok)).toHaveLength(1)
  const more = ['A', 'B', 'C', 'D'].map((name) => saveView(reviewer, { ...view, name }))
  expect((await Promise.all(more)).filter(({ ok }) => ok)).toHaveLength(1)
})

test('a person has one view of a name', async () => {
  await saveView(reviewer, view)
  expect(await saveView(reviewer, view)).toMatchObject({ ok: false, reason: 'name_taken' })
  expect(await saveView(await makeUser(), view)).toMatchObject({ ok: true })
})

test('views are counted, and an export has the same rows in the same order', async () => {
  const client = await makeClient()
  const ids: string[] = []
  for (const country of ['MLT', 'MLT', 'CYP']) {
    const { submissionId } = await makeSubmission({ client, metadata: { country } })
    ids.push(submissionId)
  }
  const filters = ['MLT', 'CYP', 'ISL'].map((country) => queueFilterSchema.parse({ country, sort: 'received' }))
  expect(await queueCounts(reviewer, filters)).toEqual([2, 1, 0])
  const { value } = await queueRows(reviewer, filters[0]!).next()
  expect(value!.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
  expect(await queueChoices(reviewer)).toMatchObject({ countries: expect.arrayContaining(['CYP', 'MLT']) })
  await snoozeSubmissions(reviewer, { submissionIds: [ids[0]!], until: new Date(Date.now() + 60_000) })
  expect(await queueCounts(reviewer, filters)).toEqual([1, 1, 0])
})

test('a selection shares the checks that fail on all of it, and its sample is opened by who decides', async () => {
  const client = await makeClient({ blurUntilClaimed: false })
  const files = [await picture('id_front', { kind: 'black_and_white' })]
  const submissionIds: string[] = []
  for (let number = 0; number < 4; number++)
    submissionIds.push((await makeCheckedSubmission({ client, files })).submissionId)
  const look = () => bulkSelection(reviewer, { submissionIds })
  const before = await look()
  expect(before.shared.map(({ check }) => check)).toContain('colour')
  expect(before.shared.find(({ check }) => check === 'colour')!.reasons).toContain('image_black_and_white')
  expect(before.sample).toHaveLength(3)
  expect(before.sample.every(({ opened }) => !opened)).toBe(true)

  for (const { id } of before.sample) {
    const capture = await db().capture.findFirstOrThrow({ where: { submissionId: id } })
    await viewCapture(await makeUser(), capture.id, 'view')
  }
  expect((await look()).sample.some(({ opened }) => opened)).toBe(false)
  for (const { id } of before.sample) {
    const capture = await db().capture.findFirstOrThrow({ where: { submissionId: id } })
    await viewCapture(reviewer, capture.id, 'view')
  }
  expect((await look()).sample.every(({ opened }) => opened)).toBe(true)
})
