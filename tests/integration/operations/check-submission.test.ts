import { expect, test } from 'vitest'
import { checkIds } from '#lib/checks/registry'
import { db } from '#lib/db/client'
import { checkSubmission, giveUpChecking } from '#lib/operations/check-submission'
import { requestChecks } from '#lib/operations/request-checks'
import { objectStore, originalKey } from '#lib/storage/object-store'
import {
  decide,
  makeCheckedSubmission,
  makeClient,
  makeSubmission,
  makeUser,
  picture,
  usualCheckIds,
} from '../../factories.ts'

const submissionOf = (id: string) => db().submission.findUniqueOrThrow({ where: { id } })

test('a checked submission waits for review with one finding per check and capture', async () => {
  const { submissionId } = await makeCheckedSubmission({
    client: await makeClient({ checks: {} }),
    files: [await picture('id_front'), await picture('selfie')],
  })
  const { status, currentCheckRunId } = await submissionOf(submissionId)
  expect(status).toBe('ready_for_review')
  expect(await db().finding.count({ where: { checkRunId: currentCheckRunId! } })).toBe(2 * checkIds.length)
})

test('a dark picture is flagged in the queue and its finding suggests the reason', async () => {
  const { submissionId } = await makeCheckedSubmission({
    files: [await picture('id_front', { kind: 'dark', amount: 0.9 })],
  })
  const { flags, currentCheckRunId } = await submissionOf(submissionId)
  expect(flags).toContain('exposure')
  const finding = await db().finding.findFirstOrThrow({ where: { checkRunId: currentCheckRunId!, check: 'exposure' } })
  expect(finding.reasons).toContain('image_too_dark')
})

test('running the checks again adds a run and leaves the earlier one as it was', async () => {
  const { submissionId } = await makeCheckedSubmission()
  const first = await submissionOf(submissionId)
  await checkSubmission({ submissionId, requestedById: null })
  const second = await submissionOf(submissionId)
  expect(second.currentCheckRunId).not.toBe(first.currentCheckRunId)
  expect(await db().finding.count({ where: { checkRunId: first.currentCheckRunId! } })).toBe(usualCheckIds.length)
})

test('a reviewer can have a selection checked again; decided submissions are left out', async () => {
  const reviewer = await makeUser()
  const open = await makeCheckedSubmission()
  const decided = await makeCheckedSubmission()
  await decide(reviewer, decided.submissionId, 'approved')
  const result = await requestChecks(reviewer, { submissionIds: [open.submissionId, decided.submissionId] })
  expect(result).toEqual({ ok: true, queued: 1 })
  expect(await submissionOf(open.submissionId)).toMatchObject({ status: 'checking' })
  expect(await submissionOf(decided.submissionId)).toMatchObject({ status: 'approved' })
})

test('a submission whose checks cannot run still reaches a person', async () => {
  const { submissionId } = await makeSubmission()
  const { sha256 } = await db().capture.findFirstOrThrow({ where: { submissionId } })
  const bytes = await objectStore().get(originalKey(sha256))
  await objectStore().delete(originalKey(sha256))
  await expect(checkSubmission({ submissionId, requestedById: null })).rejects.toThrow(/not in the store/)
  await objectStore().put(originalKey(sha256), bytes!)
  await giveUpChecking({ submissionId })
  expect(await submissionOf(submissionId)).toMatchObject({ status: 'check_failed' })
  expect(await db().checkRun.findMany({ where: { submissionId } })).toMatchObject([{ status: 'failed' }])
})

test('a run that was overtaken by another never becomes current, and the one that is has every finding once', async () => {
  const { submissionId } = await makeSubmission()
  await Promise.all([
    checkSubmission({ submissionId, requestedById: null }),
    checkSubmission({ submissionId, requestedById: null }),
  ])
  const { status, currentCheckRunId } = await submissionOf(submissionId)
  expect(status).toBe('ready_for_review')
  const runs = await db().checkRun.findMany({ where: { submissionId }, include: { findings: true } })
  expect(runs.map((run) => [run.id === currentCheckRunId, run.status]).sort()).toEqual([
    [false, 'failed'],
    [true, 'finished'],
  ])
  expect(runs.find(({ id }) => id === currentCheckRunId)!.findings).toHaveLength(usualCheckIds.length)
})
