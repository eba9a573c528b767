import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import type { Actor } from '#lib/domain/actor'
import type { DocumentType } from '#lib/domain/capture'

/** How often people held a check's findings for wrong, in submissions. */
export interface WrongFindings {
  check: string
  /** Submissions in which it failed. */
  failed: number
  /** Of these, where a person marked that finding as wrong. */
  wrong: number
  /** Submissions in which it found nothing wrong, and a person says it should have. */
  missed: number
}

export interface WrongFindingsFilter {
  days: number
  type?: DocumentType | undefined
  country?: string | undefined
}

/** The checks whose findings people marked as wrong, over submissions decided within the period; the most often wrong first. */
export async function wrongFindings(
  actor: Actor,
  { days, type, country }: WrongFindingsFilter,
): Promise<WrongFindings[]> {
  authorise(actor, 'stats:read')
  return db().$queryRaw<WrongFindings[]>`
    WITH decided AS (
      SELECT DISTINCT s.id, s.flags FROM decisions d JOIN submissions s ON s.id = d.submission_id
      WHERE d.undone_at IS NULL AND d.decided_at > clock_timestamp() - make_interval(days => ${days})
        ${type ? Prisma.sql`AND s.document_type = ${type}::document_type` : Prisma.empty}
        ${country ? Prisma.sql`AND s.country = ${country}` : Prisma.empty}),
    failed AS (SELECT flag AS "check", count(*)::int AS failed FROM decided, unnest(flags) flag GROUP BY 1),
    marked AS (
      SELECT f."check",
             count(DISTINCT d.id) FILTER (WHERE f.outcome = 'fail')::int AS wrong,
             count(DISTINCT d.id) FILTER (WHERE f.outcome <> 'fail')::int AS missed
      FROM finding_marks m JOIN findings f ON f.id = m.finding_id JOIN captures c ON c.id = f.capture_id
      JOIN decided d ON d.id = c.submission_id
      WHERE m.removed_at IS NULL GROUP BY 1)
    SELECT marked."check", greatest(coalesce(failed, 0), wrong) AS failed, wrong, missed
    FROM marked LEFT JOIN failed USING ("check")
    ORDER BY wrong DESC, missed DESC, 1`
}
