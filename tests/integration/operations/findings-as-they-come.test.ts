import { expect, test, vi } from 'vitest'
import { db } from '#lib/db/client'
import { checkSubmission, giveUpChecking } from '#lib/operations/check-submission'
import { type CaptureFinding, openRunJournal, storeFindings } from '#lib/operations/check-submission/run-journal'
import { reviewWorkspace } from '#lib/queries/review-workspace'
import { makeCheckedSubmission, makeSubmission, makeUser, usualCheckIds } from '../../factories.ts'

/** A run under way, as a worker that is still reading would have it. */
async function startRun(submissionId: string) {
  const { id: captureId } = await db().capture.findFirstOrThrow({ where: { submissionId } })
  const { id } = await db().checkRun.create({ data: { submissionId, total: 9 } })
  await db().submission.update({ where: { id: submissionId }, data: { status: 'checking' } })
  return { id, captureId, journal: openRunJournal(id, submissionId) }
}

function finding(captureId: string, changes: Partial<CaptureFinding> = {}): CaptureFinding {
  const regions = [
    { points: [[0, 0] as [number, number], [1, 0] as [number, number], [1, 1] as [number, number]], value: 1 },
  ]
  const numbers = { score: 3, value: 1, unit: '', threshold: 2, thresholds: {} }
  const words = { summary: 'Found while others run', reasons: [], detail: {} }
  return { captureId, check: 'glare', version: 1, outcome: 'fail', ...numbers, ...words, regions, ...changes }
}

const shown = async (submissionId: string) => {
  const { captures, running } = await reviewWorkspace(await makeUser(), submissionId)
  return { findings: captures.flatMap(({ findings }) => findings), running }
}

test('a reviewer sees the first findings, their regions and how far it is while the other checks still run', async () => {
  const { submissionId } = await makeSubmission()
  const { captureId, journal } = await startRun(submissionId)
  journal.add(finding(captureId))
  await vi.waitFor(async () => expect((await shown(submissionId)).running?.done).toBe(1))
  journal.add(finding(captureId, { check: 'colour' }))
  await vi.waitFor(async () => expect((await shown(submissionId)).running).toEqual({ done: 2, total: 9 }))
  const { findings } = await shown(submissionId)
  expect(findings.map(({ check }) => check).sort()).toEqual(['colour', 'glare'])
  expect(findings.map(({ regions }) => regions.length)).toEqual([1, 1])
  expect(await journal.close()).toEqual([])
})

test('when checks run again each new finding takes the place of the earlier run’s, which stays as it was', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const { captureId, journal } = await startRun(submissionId)
  journal.add(finding(captureId))
  await vi.waitFor(async () => expect((await shown(submissionId)).running?.done).toBe(1))
  const { findings } = await shown(submissionId)
  expect(findings).toHaveLength(usualCheckIds.length)
  expect(findings.filter(({ check }) => check === 'glare').map(({ summary }) => summary)).toEqual([
    'Found while others run',
  ])
  expect(await db().finding.count({ where: { captureId, check: 'glare' } })).toBe(2)
  await journal.close()
})

test('a run that fails keeps what it found as history, and nobody is shown it', async () => {
  const { submissionId } = await makeSubmission()
  const { id, captureId, journal } = await startRun(submissionId)
  journal.add(finding(captureId))
  await vi.waitFor(async () => expect(await db().finding.count({ where: { checkRunId: id } })).toBe(1))
  await giveUpChecking({ submissionId })
  journal.add(finding(captureId, { check: 'colour' }))
  await journal.close()
  expect(await db().finding.count({ where: { checkRunId: id } })).toBe(1)
  expect(await shown(submissionId)).toEqual({ findings: [], running: null })
})

test('a try after a crash is a run of its own, beside the rows of the one that was cut short', async () => {
  const { submissionId } = await makeSubmission()
  const cut = await startRun(submissionId)
  cut.journal.add(finding(cut.captureId))
  await vi.waitFor(async () => expect(await db().finding.count({ where: { checkRunId: cut.id } })).toBe(1))
  await cut.journal.close()
  await checkSubmission({ submissionId, requestedById: null })
  const runs = await db().checkRun.findMany({ where: { submissionId }, orderBy: { startedAt: 'asc' } })
  expect(runs.map(({ status }) => status)).toEqual(['failed', 'finished'])
  expect((await shown(submissionId)).findings).toHaveLength(usualCheckIds.length)
})

test('a batch whose success was not heard of is stored once', async () => {
  const { submissionId } = await makeSubmission()
  const { id, captureId } = await startRun(submissionId)
  const store = (...found: CaptureFinding[]) => db().$transaction((tx) => storeFindings(tx, id, found))
  await store(finding(captureId))
  await store(finding(captureId), finding(captureId, { check: 'colour' }))
  const rows = await db().finding.findMany({ where: { checkRunId: id }, include: { regions: true } })
  expect(rows.map(({ regions }) => regions.length)).toEqual([1, 1])
})
