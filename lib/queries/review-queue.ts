import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import type { Actor } from '#lib/domain/actor'
import { can } from '#lib/domain/permissions'
import { decodeCursor, encodeCursor, keysetAfter, keysOf, orderBy, type SortColumn } from './keyset.ts'
import { filterConditions } from './review-queue/filter-conditions.ts'
import { pageRows, type StoredQueueRow } from './review-queue/page-rows.ts'
import type { QueueFilter } from './review-queue/queue-filter.ts'
import { type Direction, type QueueSort, queueOrder, reversed } from './review-queue/queue-order.ts'

export type QueueRow = Omit<StoredQueueRow, 'keys'>

export interface QueuePage {
  rows: QueueRow[]
  nextCursor: string | null
  previousCursor: string | null
  /** Submissions that match, counted up to `countLimit`. */
  count: number
  sort: QueueSort
  dir: Direction
}

export const pageSize = 50
/** Counting further costs more than anyone learns from it. */
export const countLimit = 1000

/** A page of submissions. Keyset paging: a page costs the same however deep it lies, and stays right while rows arrive. */
export async function reviewQueue(actor: Actor, filter: QueueFilter): Promise<QueuePage> {
  const user = authorise(actor, 'queue:read')
  const { columns, dir } = queueOrder(filter.sort, filter.dir)
  const backwards = Boolean(filter.before) && !filter.after
  const walked = backwards ? columns.map(reversed) : columns
  const cursor = decodeCursor(filter.after ?? filter.before ?? '', walked)
  const where = filterConditions(filter, user.id)
  const page = pageOf(where, walked, cursor, pageSize + 1)
  const [found, count] = await Promise.all([
    db().$queryRaw<StoredQueueRow[]>(pageRows(page, user.id, can(user.role, 'capture:view'))),
    countMatching(where),
  ])
  const more = found.length > pageSize
  const shown = found.slice(0, pageSize)
  if (backwards) shown.reverse()
  const first = shown[0]
  const last = shown.at(-1)
  return {
    rows: shown.map(({ keys: _, ...row }) => row),
    nextCursor: last && (backwards || more) ? encodeCursor(last.keys) : null,
    previousCursor: first && (backwards ? more : Boolean(cursor)) ? encodeCursor(first.keys) : null,
    count,
    sort: filter.sort,
    dir,
  }
}

/** Ids and cursor keys of the rows after the cursor, in order. */
function pageOf(where: Prisma.Sql, walked: SortColumn[], cursor: string[] | null, limit: number): Prisma.Sql {
  const after = cursor ? Prisma.sql`AND ${keysetAfter(walked, cursor)}` : Prisma.empty
  const cases = walked.some(({ expression }) => expression.startsWith('c.'))
    ? Prisma.sql`JOIN cases c ON c.id = s.case_id`
    : Prisma.empty
  return Prisma.sql`
    SELECT *, row_number() OVER () AS n FROM (
      SELECT s.id, ${keysOf(walked)} AS keys FROM submissions s ${cases}
      WHERE ${where} ${after} ORDER BY ${orderBy(walked)} LIMIT ${limit}) AS walk`
}

async function countMatching(where: Prisma.Sql): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM submissions s WHERE ${where} LIMIT ${countLimit}) AS matching`
  return rows[0]?.count ?? 0
}
