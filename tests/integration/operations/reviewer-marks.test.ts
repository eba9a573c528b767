import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { drawRegion } from '#lib/operations/draw-region'
import { markFinding } from '#lib/operations/mark-finding'
import { removeRegion } from '#lib/operations/remove-region'
import { rotateCapture } from '#lib/operations/rotate-capture'
import { unmarkFinding } from '#lib/operations/unmark-finding'
import { comparableCaptures } from '#lib/queries/comparable-captures'
import { reviewWorkspace } from '#lib/queries/review-workspace'
import { reviewerMarks } from '#lib/queries/reviewer-marks'
import { makeCheckedSubmission, makeClient, makeSubmission, makeUser, metadata } from '../../factories.ts'

const points: [number, number][] = [
  [0.1, 0.1],
  [0.4, 0.1],
  [0.4, 0.3],
]

async function captureOf(submissionId: string): Promise<string> {
  return (await db().capture.findFirstOrThrow({ where: { submissionId } })).id
}

async function draw(actor: UserActor, captureId: string): Promise<string> {
  const drawn = await drawRegion(actor, { captureId, points, comment: 'a scratch', reason: 'doc_damaged' })
  if (!drawn.ok) throw new Error(drawn.message)
  return drawn.regionId
}

const eventsOf = async (submissionId: string) =>
  (await db().auditEvent.findMany({ where: { submissionId }, orderBy: { id: 'asc' } })).map(({ type }) => type)

test('a drawn region is kept with who drew it, for everybody, and apart from findings', async () => {
  const [reviewer, colleague] = [await makeUser(), await makeUser()]
  const { submissionId } = await makeSubmission()
  await draw(reviewer, await captureOf(submissionId))
  const [seen] = (await reviewerMarks(colleague, submissionId)).regions
  expect(seen).toMatchObject({
    points,
    comment: 'a scratch',
    reason: 'doc_damaged',
    drawnBy: reviewer.name,
    mine: false,
  })
  expect((await reviewWorkspace(reviewer, submissionId)).captures.flatMap(({ findings }) => findings)).toEqual([])
  expect(await eventsOf(submissionId)).toContain('region.drawn')
})

test('only who drew a region takes it back, once, and the row stays', async () => {
  const [reviewer, colleague] = [await makeUser(), await makeUser()]
  const { submissionId } = await makeSubmission()
  const regionId = await draw(reviewer, await captureOf(submissionId))
  expect(await removeRegion(colleague, { regionId })).toMatchObject({ ok: false, reason: 'not_yours' })
  const outcomes = await Promise.all([removeRegion(reviewer, { regionId }), removeRegion(reviewer, { regionId })])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await reviewerMarks(reviewer, submissionId)).regions).toEqual([])
  const row = await db().reviewerRegion.findUniqueOrThrow({ where: { id: regionId } })
  expect(row).toMatchObject({ removedById: reviewer.id })
})

test('of people who mark one finding as wrong at once, one is taken and the others are told', async () => {
  const people = await Promise.all([1, 2, 3].map(() => makeUser()))
  const { submissionId } = await makeCheckedSubmission()
  const { id: findingId } = await db().finding.findFirstOrThrow({ where: { capture: { submissionId } } })
  const outcomes = await Promise.all(people.map((person) => markFinding(person, { findingId, note: 'not so' })))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const winner = people[outcomes.findIndex(({ ok }) => ok)]!
  const { marks } = await reviewerMarks(winner, submissionId)
  expect(marks).toMatchObject([{ findingId, note: 'not so', markedBy: winner.name, mine: true }])

  const loser = people.find((person) => person !== winner)!
  expect(await unmarkFinding(loser, { findingId })).toMatchObject({ ok: false, reason: 'not_yours' })
  expect(await unmarkFinding(winner, { findingId })).toEqual({ ok: true })
  expect((await reviewerMarks(winner, submissionId)).marks).toEqual([])
  expect(await markFinding(loser, { findingId, note: '' })).toEqual({ ok: true })
})

test('how a capture is turned is there for the next viewer, and goes into the record once', async () => {
  const [reviewer, colleague] = [await makeUser(), await makeUser()]
  const { submissionId } = await makeSubmission()
  const captureId = await captureOf(submissionId)
  await rotateCapture(reviewer, { captureId, rotation: 91 })
  await rotateCapture(reviewer, { captureId, rotation: 91 })
  expect((await reviewWorkspace(colleague, submissionId)).captures[0]!.rotation).toBe(91)
  expect((await eventsOf(submissionId)).filter((type) => type === 'capture.rotated')).toHaveLength(1)
})

test('pictures of earlier attempts are there to compare with, those of other cases are not', async () => {
  const [reviewer, client] = [await makeUser(), await makeClient()]
  const { externalId } = metadata()
  const first = await makeSubmission({ client, metadata: { externalId } })
  const other = await makeSubmission({ client })
  const second = await makeSubmission({ client, metadata: { externalId } })
  const comparable = await comparableCaptures(reviewer, second.submissionId)
  expect(comparable).toMatchObject([{ id: await captureOf(first.submissionId), kind: 'id_front', attempt: 1 }])
  expect(await comparableCaptures(reviewer, first.submissionId)).toEqual([])
  expect(await comparableCaptures(reviewer, other.submissionId)).toEqual([])
})
