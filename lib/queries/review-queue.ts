import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import type { Actor, UserActor } from '#lib/domain/actor'
import { can } from '#lib/domain/permissions'
import { decodeCursor, encodeCursor, keysetAfter, keysOf, orderBy, type SortColumn } from './keyset.ts'
import { countLimit, countMatching } from './review-queue/count-matching.ts'
import { filterConditions } from './review-queue/filter-conditions.ts'
import { pageRows, type StoredQueueRow } from './review-queue/page-rows.ts'
import type { QueueFilter } from './review-queue/queue-filter.ts'
import { type Direction, type QueueSort, queueOrder, reversed } from './review-queue/queue-order.ts'

export { countLimit }

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
/** An export is bounded: what is more is narrowed by a filter or asked for in parts. */
export const exportLimit = 20_000
const exportPage = 1000

/** A page of submissions. Keyset paging: a page costs the same however deep it lies, and stays right while rows arrive. */
export async function reviewQueue(actor: Actor, filter: QueueFilter): Promise<QueuePage> {
  const user = authorise(actor, 'queue:read')
  const count = await countMatching(filterConditions(filter, user.id))
  const { page, backwards, followed, dir } = queuePageSql(user, filter, count)
  const found = await db().$queryRaw<StoredQueueRow[]>(page)
  const more = found.length > pageSize
  const shown = found.slice(0, pageSize)
  if (backwards) shown.reverse()
  const first = shown[0]
  const last = shown.at(-1)
  return {
    rows: shown.map(({ keys: _, ...row }) => row),
    nextCursor: last && (backwards || more) ? encodeCursor(last.keys) : null,
    previousCursor: first && (backwards ? more : followed) ? encodeCursor(first.keys) : null,
    count,
    sort: filter.sort,
    dir,
  }
}

/** The statement of a page, so that it can be timed without what surrounds it, and what is needed to make sense of its rows. */
export function queuePageSql(user: UserActor, filter: QueueFilter, count: number) {
  const { columns, dir } = queueOrder(filter.sort, filter.dir)
  const backwards = Boolean(filter.before) && !filter.after
  const walked = backwards ? columns.map(reversed) : columns
  const cursor = decodeCursor(filter.after ?? filter.before ?? '', walked)
  const matching = matchingRows(filterConditions(filter, user.id), count)
  const page = pageRows(pageOf(matching, walked, cursor, pageSize + 1), user.id, can(user.role, 'capture:view'))
  return { page, backwards, followed: cursor !== null, dir }
}

/**
 * Where few rows match they are all read by the index that finds them best, and sorted; where many do, the order's index is walked
 * until the page is full. Left to itself the planner walks for both, and for a rare flag that is the whole queue.
 */
function matchingRows(where: Prisma.Sql, count: number): Prisma.Sql {
  if (count < countLimit) return Prisma.sql`(SELECT * FROM submissions s WHERE ${where} OFFSET 0) s`
  return Prisma.sql`(SELECT * FROM submissions s WHERE ${where}) s`
}

/** Ids and cursor keys of the rows after the cursor, in order. */
function pageOf(matching: Prisma.Sql, walked: SortColumn[], cursor: string[] | null, limit: number): Prisma.Sql {
  const after = cursor ? Prisma.sql`WHERE ${keysetAfter(walked, cursor)}` : Prisma.empty
  const cases = walked.some(({ expression }) => expression.startsWith('c.'))
    ? Prisma.sql`JOIN cases c ON c.id = s.case_id`
    : Prisma.empty
  return Prisma.sql`
    SELECT *, row_number() OVER () AS n FROM (
      SELECT s.id, ${keysOf(walked)} AS keys FROM ${matching} ${cases}
      ${after} ORDER BY ${orderBy(walked)} LIMIT ${limit}) AS walk`
}

/** How many submissions each of these filters lets through, each counted up to `countLimit`; for the views above the list. */
export async function queueCounts(actor: Actor, filters: readonly QueueFilter[]): Promise<number[]> {
  const user = authorise(actor, 'queue:read')
  const counts: number[] = []
  for (const filter of filters) counts.push(await countMatching(filterConditions(filter, user.id)))
  return counts
}

/** The rows of a filter in its order, a thousand at a time up to `exportLimit`; these alone where ids are given. Without pictures. */
export async function* queueRows(
  actor: Actor,
  filter: QueueFilter,
  ids: readonly string[] | null = null,
): AsyncGenerator<QueueRow[]> {
  const user = authorise(actor, 'queue:read')
  const { columns } = queueOrder(filter.sort, filter.dir)
  const where = ids ? Prisma.sql`s.id = ANY (${ids}::uuid[])` : filterConditions(filter, user.id)
  const chosen = matchingRows(where, await countMatching(where))
  let cursor: string[] | null = null
  for (let read = 0; read < exportLimit; read += exportPage) {
    const page: Prisma.Sql = pageOf(chosen, columns, cursor, exportPage)
    const rows: StoredQueueRow[] = await db().$queryRaw<StoredQueueRow[]>(pageRows(page, user.id, false))
    if (rows.length > 0) yield rows.map(({ keys: _, ...row }) => row)
    cursor = rows.at(-1)?.keys ?? null
    if (rows.length < exportPage) return
  }
}
