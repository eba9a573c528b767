import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { type AuditEvent, Prisma } from '#lib/db/generated/client'
import type { Actor } from '#lib/domain/actor'
import { auditEventTypes } from '#lib/domain/audit-event'
import { normalReference } from '#lib/domain/case-reference'
import { plainText } from '#lib/domain/intake'

export const auditFilterSchema = z.object({
  type: z.enum(auditEventTypes).optional().catch(undefined),
  user: z.uuid().optional().catch(undefined),
  reference: plainText(40).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

export interface AuditRow {
  id: string
  at: Date
  type: string
  actor: string
  reference: string | null
  caseId: string | null
  submissionId: string | null
  data: Record<string, unknown>
}

const pageSize = 100

/** A page of the audit log, newest first; dates are whole UTC days; `user` is who did it or whom it was done to. `next` is the id to go on before. */
export async function auditLog(actor: Actor, filter: AuditFilter): Promise<{ rows: AuditRow[]; next: string | null }> {
  authorise(actor, 'audit:read')
  const caseId = filter.reference ? await caseIdOf(filter.reference) : null
  const events = await db().$queryRaw<EventRow[]>(matchingEvents(filter, caseId))
  const page = events.slice(0, pageSize)
  const [nameOf, referenceOf] = await Promise.all([
    userNames(page.map(({ actorId }) => actorId)),
    caseReferences(page.map(({ caseId }) => caseId)),
  ])
  return {
    rows: page.map(({ id, at, type, actorKind, actorId, caseId, submissionId, data }) => ({
      id: String(id),
      at,
      type,
      actor: nameOf.get(actorId ?? '') ?? actorKind.replace('_', ' '),
      reference: referenceOf.get(caseId ?? '') ?? null,
      caseId,
      submissionId,
      data,
    })),
    next: events.length > pageSize ? String(page.at(-1)!.id) : null,
  }
}

type EventRow = Omit<AuditEvent, 'data'> & { data: Record<string, unknown> }

/** One more than a page. What somebody did and what was done to them have an index each: one condition for both would read the whole log. */
function matchingEvents({ type, user, before, from, to }: AuditFilter, caseId: string | null): Prisma.Sql {
  const conditions = [
    type && Prisma.sql`type = ${type}`,
    before && Prisma.sql`id < ${BigInt(before)}`,
    from && Prisma.sql`at >= ${new Date(`${from}T00:00:00Z`)}`,
    to && Prisma.sql`at < ${new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)}`,
    caseId && Prisma.sql`case_id = ${caseId}::uuid`,
  ].filter((condition) => condition instanceof Prisma.Sql)
  const newest = (whose: Prisma.Sql) => Prisma.sql`(
    SELECT id, at, type, actor_kind AS "actorKind", actor_id AS "actorId", case_id AS "caseId",
           submission_id AS "submissionId", data
    FROM audit_events WHERE ${Prisma.join([whose, ...conditions], ' AND ')} ORDER BY id DESC LIMIT ${pageSize + 1})`
  if (!user) return newest(Prisma.sql`TRUE`)
  const [by, about] = [Prisma.sql`actor_id = ${user}::uuid`, Prisma.sql`data->>'userId' = ${user}`].map(newest)
  return Prisma.sql`${by} UNION ${about} ORDER BY id DESC LIMIT ${pageSize + 1}`
}

/** Everyone the log can be about, by name: users and clients, those without access included. */
export async function auditPeople(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorise(actor, 'audit:read')
  const [users, clients] = await Promise.all([
    db().user.findMany({ select: { id: true, name: true } }),
    db().apiClient.findMany({ select: { id: true, name: true } }),
  ])
  return [...users, ...clients].sort((a, b) => a.name.localeCompare(b.name))
}

/** An id no case has, where the reference is unknown: the answer is then empty rather than everything. */
async function caseIdOf(typed: string): Promise<string> {
  const found = await db().case.findUnique({ where: { reference: normalReference(typed) ?? typed } })
  return found?.id ?? '00000000-0000-0000-0000-000000000000'
}

async function userNames(ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null)
  const [users, clients] = await Promise.all([
    db().user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } }),
    db().apiClient.findMany({ where: { id: { in: known } }, select: { id: true, name: true } }),
  ])
  return new Map([...users, ...clients].map(({ id, name }) => [id, name]))
}

async function caseReferences(ids: (string | null)[]): Promise<Map<string, string>> {
  const cases = await db().case.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, reference: true },
  })
  return new Map(cases.map(({ id, reference }) => [id, reference]))
}
