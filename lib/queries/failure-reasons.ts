import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import type { Actor } from '#lib/domain/actor'
import type { DocumentType } from '#lib/domain/capture'
import { documentTypeSchema } from '#lib/domain/capture-schema'
import { countrySchema } from '#lib/domain/country'
import type { Outcome } from '#lib/domain/decision'
import type { ReasonCode } from '#lib/domain/reasons'

export const statsFilterSchema = z.object({
  days: z.coerce
    .number()
    .pipe(z.literal([7, 30, 90, 365]))
    .catch(30),
  type: documentTypeSchema.optional().catch(undefined),
  country: countrySchema.optional().catch(undefined),
  /** IANA zone that days are cut in. */
  zone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
    .catch('UTC'),
})
export type StatsFilter = z.infer<typeof statsFilterSchema>

export interface FailureReasons {
  /** Reasons of standing decisions, the most frequent first. */
  reasons: { code: ReasonCode; count: number }[]
  /** Per day of the viewer's zone, YYYY-MM-DD; days without any are missing. */
  byDay: { day: string; code: ReasonCode; count: number }[]
  byDocumentType: { documentType: DocumentType; decided: number; failed: number }[]
  byCountry: { country: string; decided: number; failed: number }[]
  outcomes: { outcome: Outcome; count: number }[]
  /** Hours from receipt to decision; null where nothing was decided. */
  waitingHours: { p50: number | null; p75: number | null; p95: number | null }
  /** Share of second and later attempts that were approved, by attempt. */
  successByAttempt: { attempt: number; decided: number; approved: number }[]
}

/** Why people fail and how long they wait, over decisions that stand and were taken within the period. */
export async function failureReasons(actor: Actor, filter: StatsFilter): Promise<FailureReasons> {
  authorise(actor, 'stats:read')
  const decided = Prisma.sql`
    decisions d JOIN submissions s ON s.id = d.submission_id
    WHERE d.undone_at IS NULL AND d.replaced_at IS NULL AND d.decided_at > clock_timestamp() - make_interval(days => ${filter.days})
      ${filter.type ? Prisma.sql`AND s.document_type = ${filter.type}::document_type` : Prisma.empty}
      ${filter.country ? Prisma.sql`AND s.country = ${filter.country}` : Prisma.empty}`
  const withReasons = Prisma.sql`(SELECT d.id, d.decided_at FROM ${decided}) d JOIN reasons r ON r.decision_id = d.id`
  const failed = Prisma.sql`count(*) FILTER (WHERE d.outcome <> 'approved')::int AS failed`
  const [reasons, byDay, byDocumentType, byCountry, outcomes, waiting, successByAttempt] = await Promise.all([
    db().$queryRaw<FailureReasons['reasons']>`
      SELECT r.code, count(DISTINCT d.id)::int AS count FROM ${withReasons} GROUP BY 1 ORDER BY 2 DESC, 1`,
    db().$queryRaw<FailureReasons['byDay']>`
      SELECT to_char(d.decided_at AT TIME ZONE ${filter.zone}, 'YYYY-MM-DD') AS day, r.code,
             count(DISTINCT d.id)::int AS count
      FROM ${withReasons} GROUP BY 1, 2 ORDER BY 1, 2`,
    db().$queryRaw<FailureReasons['byDocumentType']>`
      SELECT s.document_type::text AS "documentType", count(*)::int AS decided, ${failed}
      FROM ${decided} GROUP BY 1 ORDER BY 2 DESC`,
    db().$queryRaw<FailureReasons['byCountry']>`
      SELECT s.country, count(*)::int AS decided, ${failed} FROM ${decided} GROUP BY 1 ORDER BY 3 DESC, 2 DESC LIMIT 30`,
    db().$queryRaw<FailureReasons['outcomes']>`
      SELECT d.outcome::text AS outcome, count(*)::int AS count FROM ${decided} GROUP BY 1 ORDER BY 2 DESC`,
    db().$queryRaw<{ hours: number[] | null }[]>`
      SELECT percentile_cont(ARRAY[0.5, 0.75, 0.95]) WITHIN GROUP (
        ORDER BY extract(epoch FROM d.decided_at - s.received_at)::float8 / 3600) AS hours
      FROM ${decided}`,
    db().$queryRaw<FailureReasons['successByAttempt']>`
      SELECT s.attempt, count(*)::int AS decided, count(*) FILTER (WHERE d.outcome = 'approved')::int AS approved
      FROM ${decided} GROUP BY 1 ORDER BY 1 LIMIT 10`,
  ])
  const [p50 = null, p75 = null, p95 = null] = waiting[0]?.hours ?? []
  return {
    reasons,
    byDay,
    byDocumentType,
    byCountry,
    outcomes,
    waitingHours: { p50, p75, p95 },
    successByAttempt,
  }
}
