import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { isCheckId } from '#lib/checks/registry'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import type { Actor } from '#lib/domain/actor'
import { type CaptureKind, type DocumentType, documentTypeSchema } from '#lib/domain/capture'
import { normalReference } from '#lib/domain/case-reference'
import { countrySchema } from '#lib/domain/country'
import { can } from '#lib/domain/permissions'
import { openStatuses, type SubmissionStatus, submissionStatusSchema } from '#lib/domain/submission'
import { decodeCursor, encodeCursor, keysetAfter, orderBy, type SortColumn } from './keyset.ts'

export const queueSorts = ['priority', 'due', 'received', 'flags', 'attempt', 'country', 'type'] as const

/** What the queue's address carries; a value that makes no sense is ignored rather than refused, links live long. */
export const queueFilterSchema = z.object({
  status: z.union([z.literal(['waiting', 'all']), submissionStatusSchema]).catch('waiting'),
  flag: z.string().refine(isCheckId).optional().catch(undefined),
  type: documentTypeSchema.optional().catch(undefined),
  country: countrySchema.optional().catch(undefined),
  holder: z.enum(['nobody', 'me', 'others']).optional().catch(undefined),
  q: z.string().trim().min(1).max(128).optional().catch(undefined),
  sort: z.enum(queueSorts).catch('priority'),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  after: z.string().max(300).optional().catch(undefined),
  before: z.string().max(300).optional().catch(undefined),
})
export type QueueFilter = z.infer<typeof queueFilterSchema>

export interface QueueRow {
  id: string
  reference: string
  externalId: string
  status: SubmissionStatus
  documentType: DocumentType
  country: string
  attempt: number
  receivedAt: Date
  dueAt: Date
  late: boolean
  /** Failed checks, each with the number of captures it failed on. */
  flags: { check: string; count: number }[]
  holder: { name: string; mine: boolean } | null
  /** Null where this role sees no images. */
  captures: { id: string; kind: CaptureKind }[] | null
  progress: { done: number; total: number } | null
}

export interface QueuePage {
  rows: QueueRow[]
  nextCursor: string | null
  previousCursor: string | null
  /** Waiting submissions that match, counted up to `countLimit`. */
  count: number
  sort: (typeof queueSorts)[number]
  dir: 'asc' | 'desc'
}

export const pageSize = 50
/** Counting further costs more than anyone learns from it. */
export const countLimit = 1000

const sorts: Record<(typeof queueSorts)[number], { columns: SortColumn[]; dir: 'asc' | 'desc' }> = {
  priority: {
    columns: [
      { name: 'priority', type: 'int', dir: 'desc' },
      { name: 'due_at', type: 'timestamptz', dir: 'asc' },
    ],
    dir: 'desc',
  },
  due: { columns: [{ name: 'due_at', type: 'timestamptz', dir: 'asc' }], dir: 'asc' },
  received: { columns: [{ name: 'received_at', type: 'timestamptz', dir: 'asc' }], dir: 'asc' },
  flags: { columns: [{ name: 'flag_count', type: 'int', dir: 'desc' }], dir: 'desc' },
  attempt: { columns: [{ name: 'attempt', type: 'int', dir: 'desc' }], dir: 'desc' },
  country: { columns: [{ name: 'country', type: 'text', dir: 'asc' }], dir: 'asc' },
  type: { columns: [{ name: 'document_type', type: 'document_type', dir: 'asc' }], dir: 'asc' },
}

/** A page of submissions. Keyset paging: a page costs the same however deep it lies, and stays right while rows arrive. */
export async function reviewQueue(actor: Actor, filter: QueueFilter): Promise<QueuePage> {
  const user = authorise(actor, 'queue:read')
  const sort = sorts[filter.sort]
  const dir = filter.dir ?? sort.dir
  const columns = dir === sort.dir ? sort.columns : sort.columns.map(reversed)
  const backwards = Boolean(filter.before) && !filter.after
  const ordered = [...columns, idColumn(columns)]
  const walked = backwards ? ordered.map(reversed) : ordered
  const cursor = decodeCursor(filter.after ?? filter.before ?? '', walked)

  const conditions = [...filterConditions(filter, user.id), ...(cursor ? [keysetAfter(walked, cursor)] : [])]
  const keys = Prisma.join(
    walked.map(({ name }) => Prisma.raw(`s.${name}::text`)),
    ', ',
  )
  const [found, count] = await Promise.all([
    db().$queryRaw<{ id: string; keys: string[] }[]>`
      SELECT s.id, ARRAY[${keys}] AS keys FROM submissions s
      WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY ${orderBy(walked)} LIMIT ${pageSize + 1}`,
    countMatching(filter, user.id),
  ])
  const more = found.length > pageSize
  const page = found.slice(0, pageSize)
  if (backwards) page.reverse()
  const first = page[0]
  const last = page.at(-1)
  return {
    rows: await hydrate(
      page.map(({ id }) => id),
      user.id,
      can(user.role, 'capture:view'),
    ),
    nextCursor: last && (backwards || more) ? encodeCursor(last.keys) : null,
    previousCursor: first && (backwards ? more : Boolean(cursor)) ? encodeCursor(first.keys) : null,
    count,
    sort: filter.sort,
    dir,
  }
}

/** Breaks ties, in the direction of the column before it, as the indexes are. */
function idColumn(columns: readonly SortColumn[]): SortColumn {
  return { name: 'id', type: 'uuid', dir: columns.at(-1)!.dir }
}

function reversed(column: SortColumn): SortColumn {
  return { ...column, dir: column.dir === 'asc' ? 'desc' : 'asc' }
}

function filterConditions(filter: QueueFilter, userId: string): Prisma.Sql[] {
  const conditions = [statusCondition(filter.status)]
  if (filter.flag) conditions.push(Prisma.sql`s.flags @> ARRAY[${filter.flag}]`)
  if (filter.type) conditions.push(Prisma.sql`s.document_type = ${filter.type}::document_type`)
  if (filter.country) conditions.push(Prisma.sql`s.country = ${filter.country}`)
  if (filter.holder) conditions.push(holderCondition(filter.holder, userId))
  if (filter.q) conditions.push(searchCondition(filter.q))
  return conditions
}

/** Written out rather than passed as parameters, so that the planner can prove the partial indexes fit. */
function statusCondition(status: QueueFilter['status']): Prisma.Sql {
  if (status === 'all') return Prisma.sql`TRUE`
  const statuses = status === 'waiting' ? openStatuses : [status]
  return Prisma.raw(`s.status IN (${statuses.map((name) => `'${name}'`).join(', ')})`)
}

function holderCondition(holder: 'nobody' | 'me' | 'others', userId: string): Prisma.Sql {
  const held = Prisma.sql`SELECT FROM claims c WHERE c.submission_id = s.id AND c.expires_at > clock_timestamp()`
  if (holder === 'nobody') return Prisma.sql`NOT EXISTS (${held})`
  if (holder === 'me') return Prisma.sql`EXISTS (${held} AND c.user_id = ${userId}::uuid)`
  return Prisma.sql`EXISTS (${held} AND c.user_id <> ${userId}::uuid)`
}

function searchCondition(q: string): Prisma.Sql {
  const reference = normalReference(q)
  const prefix = `${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`s.case_id IN (
    SELECT id FROM cases WHERE reference = ${reference ?? q}
    UNION SELECT id FROM cases WHERE external_id = ${q}
    UNION (SELECT id FROM cases WHERE lower(email) LIKE ${prefix} LIMIT 1000))`
}

async function countMatching(filter: QueueFilter, userId: string): Promise<number> {
  const conditions = Prisma.join(filterConditions(filter, userId), ' AND ')
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM (SELECT FROM submissions s WHERE ${conditions} LIMIT ${countLimit}) AS matching`
  return Number(rows[0]?.count ?? 0)
}

async function hydrate(ids: string[], userId: string, showsImages: boolean): Promise<QueueRow[]> {
  if (ids.length === 0) return []
  const now = new Date()
  const [submissions, claims, running] = await Promise.all([
    db().submission.findMany({
      where: { id: { in: ids } },
      include: {
        case: { select: { reference: true, externalId: true } },
        captures: { select: { id: true, kind: true }, orderBy: { kind: 'asc' } },
        currentCheckRun: {
          select: { findings: { where: { outcome: { in: ['fail', 'error'] } }, select: { check: true } } },
        },
      },
    }),
    db().claim.findMany({
      where: { submissionId: { in: ids }, expiresAt: { gt: now } },
      include: { user: { select: { name: true } } },
    }),
    db().checkRun.findMany({
      where: { submissionId: { in: ids }, status: 'running' },
      select: { submissionId: true, done: true, total: true },
    }),
  ])
  const byId = new Map(submissions.map((submission) => [submission.id, submission]))
  return ids.flatMap((id) => {
    const submission = byId.get(id)
    if (!submission) return []
    const claim = claims.find(({ submissionId }) => submissionId === id)
    const run = running.find(({ submissionId }) => submissionId === id)
    const { reference, externalId } = submission.case
    const { status, documentType, country, attempt, receivedAt, dueAt } = submission
    return {
      id,
      reference,
      externalId,
      status,
      documentType,
      country,
      attempt,
      receivedAt,
      dueAt,
      late: dueAt < now && (openStatuses as readonly string[]).includes(status),
      flags: countBy(submission.currentCheckRun?.findings.map(({ check }) => check) ?? []),
      holder: claim ? { name: claim.user.name, mine: claim.userId === userId } : null,
      captures: showsImages ? submission.captures : null,
      progress: run ? { done: run.done, total: run.total } : null,
    }
  })
}

function countBy(checks: readonly string[]): { check: string; count: number }[] {
  return [...new Set(checks)].map((check) => ({ check, count: checks.filter((other) => other === check).length }))
}
