import { Prisma } from '#lib/db/generated/client'
import type { CaptureKind, DocumentType } from '#lib/domain/capture'
import type { SubmissionStatus } from '#lib/domain/submission'

/** A row as the database gives it, keys of its cursor included. */
export interface StoredQueueRow {
  keys: string[]
  id: string
  reference: string
  externalId: string
  clientName: string
  status: SubmissionStatus
  documentType: DocumentType
  country: string
  attempt: number
  device: string
  receivedAt: Date
  dueAt: Date
  late: boolean
  snoozedUntil: Date | null
  escalated: boolean
  assigned: string | null
  assignedToMe: boolean
  holder: string | null
  heldByMe: boolean
  flags: { check: string; count: number }[]
  captures: { id: string; kind: CaptureKind }[] | null
  progress: { done: number; total: number } | null
}

/**
 * One statement for a page and everything its rows show: `page` selects `id`, `keys` and the order `n`. A round trip and a
 * transformation for each of six tables cost more than the work itself.
 */
export function pageRows(page: Prisma.Sql, userId: string, showsImages: boolean): Prisma.Sql {
  const captures = Prisma.sql`(
    SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind) ORDER BY p.kind)
    FROM captures p WHERE p.submission_id = s.id)`
  return Prisma.sql`
    WITH page AS MATERIALIZED (${page})
    SELECT page.keys, s.id, c.reference, c.external_id AS "externalId", client.name AS "clientName", s.status,
      s.document_type AS "documentType", s.country, s.attempt, s.device, s.received_at AS "receivedAt", s.due_at AS "dueAt",
      s.status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review') AND s.due_at < clock_timestamp() AS late,
      CASE WHEN s.snoozed_until > clock_timestamp() THEN s.snoozed_until END AS "snoozedUntil",
      s.escalated_at IS NOT NULL AS escalated,
      assignee.name AS assigned, coalesce(assignee.id = ${userId}::uuid, false) AS "assignedToMe",
      holder.name AS holder, coalesce(holder.id = ${userId}::uuid, false) AS "heldByMe",
      CASE WHEN s.flag_count = 0 THEN '[]'::json ELSE (
        SELECT coalesce(json_agg(f), '[]') FROM (
          SELECT "check", count(*)::int FROM findings
          WHERE check_run_id = s.current_check_run_id AND outcome IN ('fail', 'error')
          GROUP BY "check" ORDER BY array_position(s.flags, "check")) f) END AS flags,
      ${showsImages ? captures : Prisma.sql`NULL::json`} AS captures,
      CASE WHEN s.status IN ('received', 'checking') THEN (
        SELECT json_build_object('done', r.done, 'total', r.total) FROM check_runs r
        WHERE r.submission_id = s.id AND r.status = 'running' ORDER BY r.started_at DESC LIMIT 1) END AS progress
    FROM page
    JOIN submissions s ON s.id = page.id
    JOIN cases c ON c.id = s.case_id
    JOIN api_clients client ON client.id = s.client_id
    LEFT JOIN users assignee ON assignee.id = s.assigned_to_id
    LEFT JOIN claims claim ON claim.submission_id = s.id AND claim.expires_at > clock_timestamp()
    LEFT JOIN users holder ON holder.id = claim.user_id
    ORDER BY page.n`
}
