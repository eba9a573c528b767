import { Client } from 'pg'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { env } from '#lib/env'
import { queueCounts, queuePageSql, reviewQueue } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { queueSorts } from '#lib/queries/review-queue/queue-order'
import { percentiles, printRow } from './percentiles.ts'

/** Every order of the queue, its filters, a deep page, and OFFSET paging to the same depth as the peer. */
export async function benchQueries(reviewer: UserActor, rows: number): Promise<void> {
  const read = (filter: object) => () => reviewQueue(reviewer, queueFilterSchema.parse(filter))
  const client = new Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  /** The same statement as a page sends, with no client library around it but the driver. */
  const sql = async (given: object) => {
    const filter = queueFilterSchema.parse(given)
    const [count] = await queueCounts(reviewer, [filter])
    const { page } = queuePageSql(reviewer, filter, count!)
    return () => client.query(page.text, page.values)
  }
  const compare = async (what: string, filter: object) => {
    const bare = await percentiles(100, await sql(filter))
    const [p50, p95] = await percentiles(60, read(filter))
    printRow(what, bare, `with count and mapping ${p50.toFixed(1)}, ${p95.toFixed(1)}`)
  }
  console.log(`\nThe SQL of a page of 50 with all its rows show, ms${' '.repeat(8)} p50      p95`)
  for (const sort of queueSorts) await compare(`waiting, by ${sort}`, { sort })
  for (const sort of ['urgency', 'received', 'flags', 'device'] as const) {
    await compare(`all ${rows.toLocaleString('en')}, by ${sort}`, { status: 'all', sort })
  }
  for (const [what, filter] of filters) await compare(what, filter)
  for (const [what, q] of searches) await compare(what, { status: 'all', q })

  const depth = Math.floor(rows * 0.3)
  const deep = await cursorAt(depth)
  const keyset = await percentiles(100, await sql({ sort: 'received', after: deep, snoozed: 'with' }))
  const offset = await percentiles(20, () => client.query(offsetPage(depth)))
  printRow(`keyset page at row ${depth.toLocaleString('en')}`, keyset)
  printRow('  peer: OFFSET, ids only', offset, `${(offset[0] / keyset[0]).toFixed(1)} × the whole keyset page`)
  await client.end()
}

const waiting = `status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review')`
const filters: readonly (readonly [string, object])[] = [
  ['waiting, passports from LVA', { type: 'passport', country: 'LVA' }],
  ['waiting, flagged for glare', { flag: 'glare' }],
  ['waiting, any flag of the picture, from a Pixel 8', { flag: 'picture', device: 'Google Pixel 8' }],
  ['late', { due: 'late', sort: 'due' }],
  ['assigned to me', { assigned: 'me' }],
  ['escalated', { escalated: 'only' }],
  ['snoozed', { snoozed: 'only' }],
  ['second attempts over a day old', { attempt: '2', age: '24h' }],
  ['a flag nothing has', { flag: 'edited' }],
]

const searches: readonly (readonly [string, string])[] = [
  ['search by e-mail', 'bench-777@example.com'],
  ['search by the beginning of many external ids', 'bench-1'],
  ['search by reference', 'RT-00000777'],
  ['search by first name, one in eight', 'janis'],
  ['search by the beginning of a surname', 'mar'],
  ['search that finds nothing', 'zzzzzz'],
]

async function cursorAt(depth: number): Promise<string> {
  const [row] = await db().$queryRawUnsafe<{ keys: string[] }[]>(
    `SELECT ARRAY[received_at::text, id::text] AS keys FROM submissions WHERE ${waiting}
     ORDER BY received_at, id OFFSET ${depth} LIMIT 1`,
  )
  return Buffer.from(JSON.stringify(row!.keys)).toString('base64url')
}

function offsetPage(depth: number): string {
  return `SELECT id FROM submissions WHERE ${waiting} ORDER BY received_at, id OFFSET ${depth} LIMIT 51`
}
