import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { UserActor } from '#lib/domain/actor'
import { takeNext } from '#lib/operations/claim-submission'
import { decideSubmission } from '#lib/operations/decide-submission'
import { percentile } from '../queue/percentiles.ts'
import { makeReviewers } from './reviewers.ts'

export interface Taken {
  submissionId: string
  reviewerId: string
  /** From the start until somebody had it. */
  afterMs: number
  /** How long the reviewer waited for it. */
  tookMs: number
  decided: boolean
}

/** Each of these reviewers takes and decides one after the other until nothing is left. */
export async function takeAll(reviewers: readonly UserActor[]): Promise<Taken[]> {
  const startedAt = performance.now()
  const all = await Promise.all(reviewers.map((reviewer) => takeTurns(reviewer, startedAt)))
  return all.flat()
}

async function takeTurns(reviewer: UserActor, startedAt: number): Promise<Taken[]> {
  const turns: Taken[] = []
  for (;;) {
    const askedAt = performance.now()
    const taken = await takeNext(reviewer, {})
    if (!taken.ok) return turns
    const [afterMs, tookMs] = [performance.now() - startedAt, performance.now() - askedAt]
    const { submissionId } = taken
    const decided = await decideSubmission(reviewer, { submissionId, outcome: 'approved', reasons: [], note: null })
    turns.push({ submissionId, reviewerId: reviewer.id, afterMs, tookMs, decided: decided.ok })
  }
}

/** The same with the reviewers spread over processes, as over several servers. */
export async function takeAllInProcesses(reviewers: number, processes: number): Promise<Taken[]> {
  const people = await makeReviewers(reviewers)
  const children = Array.from({ length: processes }, () => fork(new URL('./take-all-child.ts', import.meta.url)))
  await Promise.all(children.map((child) => once(child, 'message')))
  const answers = children.map((child, index) => {
    child.send(people.filter((_, at) => at % processes === index))
    return once(child, 'message').then(([turns]) => turns as Taken[])
  })
  const turns = (await Promise.all(answers)).flat()
  const ended = children.map((child) => once(child, 'exit'))
  for (const child of children) child.disconnect()
  await Promise.all(ended)
  return turns
}

export function printTaken(turns: readonly Taken[], submissions: number): void {
  const distinct = new Set(turns.map(({ submissionId }) => submissionId)).size
  const took = turns.map(({ tookMs }) => tookMs)
  const perReviewer = Object.values(Object.groupBy(turns, ({ reviewerId }) => reviewerId)).map((own) => own!.length)
  const longest = Math.max(...turns.map(({ afterMs }) => afterMs))
  console.log(`\n${submissions} submissions, ${perReviewer.length} reviewers`)
  const lines: [string, string][] = [
    ['handed out', `${turns.length}, to one reviewer each: ${distinct === turns.length ? 'yes' : 'NO'}`],
    ['decided', `${turns.filter(({ decided }) => decided).length}`],
    ['left waiting', `${submissions - distinct}`],
    ['waited longest for a reviewer', `${(longest / 1000).toFixed(1)} s (at most 60)`],
    ['take next, ms', `p50 ${percentile(took, 0.5).toFixed(0)}, p95 ${percentile(took, 0.95).toFixed(0)}`],
    ['per reviewer', `${Math.min(...perReviewer)} to ${Math.max(...perReviewer)}`],
  ]
  for (const [what, value] of lines) console.log(`${what.padEnd(34)} ${value}`)
}
