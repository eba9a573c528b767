import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { reviewQueue } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { queueSorts } from '#lib/queries/review-queue/queue-order'
import { percentiles, printRow } from './percentiles.ts'

/** Every order of the queue, its filters, a deep page, and OFFSET paging to the same depth as the peer. */
export async function benchQueries(reviewer: UserActor, rows: number): Promise<void> {
  const read = (filter: object) => () => reviewQueue(reviewer, queueFilterSchema.parse(filter))
  console.log(`\nA page of 50, all its SQL, ms${' '.repeat(28)} p50      p95`)
  for (const sort of queueSorts) printRow(`waiting, by ${sort}`, await percentiles(100, read({ sort })))
  for (const sort of ['received', 'due', 'flags'] as const) {
    printRow(`all ${rows.toLocaleString('en')}, by ${sort}`, await percentiles(100, read({ status: 'all', sort })))
  }
  printRow('waiting, passports from LVA', await percentiles(100, read({ type: 'passport', country: 'LVA' })))
  printRow('waiting, flagged for glare', await percentiles(100, read({ flag: 'glare' })))
  printRow('search by e-mail', await percentiles(100, read({ status: 'all', q: 'bench-777@example.com' })))

  const depth = Math.floor(rows * 0.3)
  const deep = await cursorAt(depth)
  const keyset = await percentiles(100, read({ sort: 'received', after: deep }))
  const offset = await percentiles(30, () => offsetPage(depth))
  printRow(`keyset page at row ${depth.toLocaleString('en')}`, keyset)
  printRow('  peer: OFFSET, ids only', offset, `${(offset[0] / keyset[0]).toFixed(1)} × the whole keyset page`)
}

const waiting = `status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review')`

async function cursorAt(depth: number): Promise<string> {
  const [row] = await db().$queryRawUnsafe<{ keys: string[] }[]>(
    `SELECT ARRAY[received_at::text, id::text] AS keys FROM submissions WHERE ${waiting}
     ORDER BY received_at, id OFFSET ${depth} LIMIT 1`,
  )
  return Buffer.from(JSON.stringify(row!.keys)).toString('base64url')
}

function offsetPage(depth: number): Promise<unknown> {
  return db().$queryRawUnsafe(
    `SELECT id FROM submissions WHERE ${waiting} ORDER BY received_at, id OFFSET ${depth} LIMIT 51`,
  )
}
