import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { decideRaces } from '../../../bench/races/decide-races.ts'
import { makeReviewers } from '../../../bench/races/reviewers.ts'
import { takeAll } from '../../../bench/races/take-all.ts'
import { makeClient, makeSubmission, picture } from '../../factories.ts'

const waiting: string[] = []

/** What waits for a person without its checks having run: nothing here reads a picture. */
beforeAll(async () => {
  const client = await makeClient()
  for (let number = 0; number < 24; number++) {
    const { submissionId } = await makeSubmission({ client, files: [await picture('id_front')] })
    waiting.push(submissionId)
  }
  await db().submission.updateMany({ data: { status: 'ready_for_review' } })
})

test('many who decide one submission at once: one wins, one message and one job, the rest are told who', async () => {
  const races = await decideRaces(waiting.slice(0, 4))
  for (const race of races) expect(race).toMatchObject({ winners: 1, messages: 1, jobs: 1, told: race.reviewers - 1 })
})

test('many who take at once get all there is and nothing twice', async () => {
  const turns = await takeAll(await makeReviewers(8))
  expect(turns.map(({ submissionId }) => submissionId).sort()).toEqual(waiting.slice(4).sort())
  expect(turns.every(({ decided }) => decided)).toBe(true)
})
