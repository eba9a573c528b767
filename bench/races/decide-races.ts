import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { claimSubmission } from '#lib/operations/claim-submission'
import { decideSubmission } from '#lib/operations/decide-submission'
import { makeReviewers } from './reviewers.ts'

export interface Race {
  reviewers: number
  winners: number
  messages: number
  /** Jobs that tell the customer and the client. */
  jobs: number
  /** Losers who, asking again, are told who decided. */
  told: number
}

/** One race for each submission, between 2 and 20 reviewers in turn. */
export async function decideRaces(submissionIds: readonly string[]): Promise<Race[]> {
  const people = await makeReviewers(20)
  const races: Race[] = []
  for (const [index, submissionId] of submissionIds.entries()) {
    races.push(await decideRace(submissionId, people.slice(0, 2 + (index % 19))))
  }
  return races
}

/** All of them claim and decide the same submission at once; whoever lost tries once more. */
export async function decideRace(submissionId: string, reviewers: readonly UserActor[]): Promise<Race> {
  const decide = (reviewer: UserActor) =>
    decideSubmission(reviewer, { submissionId, outcome: 'approved', reasons: [], note: null })
  const first = await Promise.all(
    reviewers.map(async (reviewer) => {
      await claimSubmission(reviewer, { submissionId })
      return decide(reviewer)
    }),
  )
  const winner = reviewers[first.findIndex(({ ok }) => ok)]
  const again = await Promise.all(reviewers.filter((_, index) => !first[index]!.ok).map(decide))
  const told = again.filter((answer) => !answer.ok && winner && answer.message.includes(winner.name))
  const [queued] = await db().$queryRaw<{ jobs: number }[]>`
    SELECT count(*)::int AS jobs FROM pgboss.job j JOIN decisions d ON j.data ->> 'decisionId' = d.id::text
    WHERE d.submission_id = ${submissionId}::uuid AND j.name = 'notify-customer'`
  return {
    reviewers: reviewers.length,
    winners: first.filter(({ ok }) => ok).length,
    messages: await db().message.count({ where: { submissionId } }),
    jobs: queued!.jobs,
    told: told.length,
  }
}

export function printRaces(races: readonly Race[]): void {
  const sum = (of: (race: Race) => number) => races.reduce((total, race) => total + of(race), 0)
  const clean = races.filter(
    ({ reviewers, winners, messages, jobs, told }) =>
      winners === 1 && messages === 1 && jobs === 1 && told === reviewers - 1,
  )
  console.log(`\n${races.length} races to decide one submission, 2 to 20 reviewers each`)
  const lines: [string, string][] = [
    ['deciding at once', `${sum(({ reviewers }) => reviewers)}`],
    ['winners', `${sum(({ winners }) => winners)}`],
    ['messages', `${sum(({ messages }) => messages)}`],
    ['jobs that tell customer and client', `${sum(({ jobs }) => jobs)}`],
    ['told who decided', `${sum(({ told }) => told)} of ${sum(({ reviewers }) => reviewers - 1)}`],
    ['races with one of each', `${clean.length} of ${races.length}`],
  ]
  for (const [what, value] of lines) console.log(`${what.padEnd(34)} ${value}`)
}
