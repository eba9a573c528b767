import { Prisma } from '#lib/db/generated/client'
import { matchingCases } from '#lib/db/matching-cases'
import { openStatuses } from '#lib/domain/submission'
import { checksOfFlag, type QueueFilter } from './queue-filter.ts'

const sql = Prisma.sql
/** Cases a search looks at for each way of matching: a page shows 50 of them, and a longer word finds the rest. */
const searchLimit = 1000

/** The rows of `submissions s` that a filter lets through, as seen by this person. */
export function filterConditions(filter: QueueFilter, userId: string): Prisma.Sql {
  const { flag, type, country, client, attempt, age, due, holder, assigned, escalated, device, q } = filter
  const conditions = [
    statusCondition(filter.status),
    snoozedCondition(filter),
    flag && sql`s.flags && ${checksOfFlag(flag)}::text[]`,
    type && sql`s.document_type = ${type}::document_type`,
    country && sql`s.country = ${country}::bpchar`,
    client && sql`s.client_id = ${client}::uuid`,
    attempt && attemptCondition(Number(attempt)),
    age && sql`s.received_at < clock_timestamp() - make_interval(hours => ${Number.parseInt(age, 10)}::int)`,
    due && dueCondition(due),
    holder && holderCondition(holder, userId),
    assigned && assignedCondition(assigned, userId),
    escalated && (escalated === 'only' ? sql`s.escalated_at IS NOT NULL` : sql`s.escalated_at IS NULL`),
    device && sql`s.device = ${device}`,
    q && searchCondition(q),
  ]
  return Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    ' AND ',
  )
}

/** Written out rather than passed as parameters, so that the planner can prove the partial indexes fit. */
function statusCondition(status: QueueFilter['status']): Prisma.Sql {
  if (status === 'all') return sql`TRUE`
  const statuses = status === 'waiting' ? openStatuses : [status]
  return Prisma.raw(`s.status IN (${statuses.map((name) => `'${name}'`).join(', ')})`)
}

function snoozedCondition({ status, snoozed }: QueueFilter): Prisma.Sql | null {
  if (snoozed === 'only') return sql`s.snoozed_until > clock_timestamp()`
  if (snoozed === 'with' || status !== 'waiting') return null
  return sql`(s.snoozed_until IS NULL OR s.snoozed_until <= clock_timestamp())`
}

/** In the terms of the index, which runs downwards. */
function attemptCondition(attempt: number): Prisma.Sql {
  return attempt < 3 ? sql`(-s.attempt) = ${-attempt}::int` : sql`(-s.attempt) <= ${-attempt}::int`
}

function dueCondition(due: NonNullable<QueueFilter['due']>): Prisma.Sql {
  const hours = due === 'late' ? 0 : Number.parseInt(due, 10)
  return sql`s.due_at < clock_timestamp() + make_interval(hours => ${hours}::int) AND s.status IN (${Prisma.raw(
    openStatuses.map((name) => `'${name}'`).join(', '),
  )})`
}

function holderCondition(holder: 'nobody' | 'me' | 'others', userId: string): Prisma.Sql {
  const held = sql`SELECT c.submission_id FROM claims c WHERE c.expires_at > clock_timestamp()`
  if (holder === 'nobody') return sql`NOT EXISTS (${held} AND c.submission_id = s.id)`
  const who = holder === 'me' ? sql`c.user_id = ${userId}::uuid` : sql`c.user_id <> ${userId}::uuid`
  return sql`s.id = ANY (ARRAY(${held} AND ${who}))`
}

function assignedCondition(assigned: string, userId: string): Prisma.Sql {
  if (assigned === 'nobody') return sql`s.assigned_to_id IS NULL`
  return sql`s.assigned_to_id = ${assigned === 'me' ? userId : assigned}::uuid`
}

/** Looked up first and handed on as an array: the planner then goes by case and doesn't walk the queue for a rare name. */
function searchCondition(q: string): Prisma.Sql {
  return sql`s.case_id = ANY (ARRAY(${matchingCases(q, searchLimit)}))`
}
