import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { sampleSize } from '#lib/domain/bulk-sample'
import type { CaptureKind } from '#lib/domain/capture'
import type { ReasonCode } from '#lib/domain/reasons'

export const bulkSelectionInput = z.object({ submissionIds: z.array(z.uuid()).min(2).max(50) })

/** A check that failed on every one of a selection. */
export interface SharedCheck {
  check: string
  /** Reasons its findings suggest, the most frequent first. */
  reasons: ReasonCode[]
}

export interface BulkSelection {
  shared: SharedCheck[]
  /** Those to open first, with whether this reviewer has looked at a picture of each since its checks ran. */
  sample: { id: string; reference: string; opened: boolean }[]
  /** The captures each check failed on, by submission: where a reason belongs. */
  failed: { submissionId: string; check: string; captures: CaptureKind[] }[]
}

interface Row {
  id: string
  reference: string
  opened: boolean
  failed: { check: string; reasons: ReasonCode[]; captures: CaptureKind[] }[]
}

/**
 * What a selection has in common, and its sample. Drawn by a hash of submission and reviewer, so that nobody picks the easy ones;
 * that its pictures were opened is in the audit log, which no browser writes. Those no longer waiting are left out.
 */
export async function bulkSelection(
  actor: Actor,
  { submissionIds }: z.infer<typeof bulkSelectionInput>,
): Promise<BulkSelection> {
  const user = authorise(actor, 'submission:decide')
  const rows = await db().$queryRaw<Row[]>`
    SELECT s.id, c.reference,
      EXISTS (SELECT FROM audit_events a WHERE a.actor_id = ${user.id}::uuid AND a.type = 'capture.viewed'
        AND a.submission_id = s.id AND a.case_id = s.case_id AND a.at > coalesce(r.finished_at, s.received_at)) AS opened,
      (SELECT coalesce(json_agg(f), '[]') FROM (
        SELECT f."check", json_agg(p.kind ORDER BY p.kind) AS captures, array_agg(f.reasons[1]) AS reasons
        FROM findings f JOIN captures p ON p.id = f.capture_id
        WHERE f.check_run_id = s.current_check_run_id AND f.outcome = 'fail' GROUP BY f."check") f) AS failed
    FROM submissions s JOIN cases c ON c.id = s.case_id LEFT JOIN check_runs r ON r.id = s.current_check_run_id
    WHERE s.id = ANY (${submissionIds}::uuid[]) AND s.status IN ('ready_for_review', 'check_failed')
    ORDER BY md5(s.id::text || ${user.id})`
  return {
    shared: sharedChecks(rows),
    sample: rows.slice(0, sampleSize(rows.length)).map(({ id, reference, opened }) => ({ id, reference, opened })),
    failed: rows.flatMap(({ id, failed }) =>
      failed.map(({ check, captures }) => ({ submissionId: id, check, captures })),
    ),
  }
}

function sharedChecks(rows: readonly Row[]): SharedCheck[] {
  const [first, ...others] = rows
  const shared = (first?.failed ?? []).filter(({ check }) =>
    others.every(({ failed }) => failed.some((one) => one.check === check)),
  )
  return shared.map(({ check }) => ({ check, reasons: reasonsOf(rows, check) }))
}

function reasonsOf(rows: readonly Row[], check: string): ReasonCode[] {
  const found = rows.flatMap(({ failed }) => failed.find((one) => one.check === check)?.reasons ?? []).filter(Boolean)
  const count = (code: ReasonCode) => found.filter((one) => one === code).length
  return [...new Set(found)].sort((a, b) => count(b) - count(a))
}
