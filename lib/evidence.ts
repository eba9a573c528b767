import { createHash } from 'node:crypto'
import type { Tx } from './db/transaction.ts'
import { type Evidence, evidenceParts } from './domain/evidence.ts'
import { AppError } from './errors.ts'

/**
 * What there is to see of a submission, hashed where it lies; throws NOT_FOUND where there is none. Findings count by what they say, not by their run: checks that run
 * again and find the same leave a judgement as it was.
 */
export async function currentEvidence(tx: Tx, submissionId: string): Promise<Evidence> {
  const [evidence] = await tx.$queryRaw<Evidence[]>`
    SELECT
      encode(sha256(convert_to(coalesce((
        SELECT string_agg(concat_ws(' ', c.kind, c.sha256), E'\n' ORDER BY c.kind)
        FROM captures c WHERE c.submission_id = s.id), ''), 'UTF8')), 'hex') AS captures,
      encode(sha256(convert_to(coalesce((
        SELECT string_agg(
          jsonb_build_array(c.kind, f."check", f.version, f.outcome, f.value, f.threshold, f.summary, f.reasons,
            (SELECT jsonb_agg(r.points ORDER BY r.position) FROM regions r WHERE r.finding_id = f.id))::text,
          E'\n' ORDER BY c.kind, f."check")
        FROM findings f JOIN captures c ON c.id = f.capture_id WHERE f.check_run_id = s.current_check_run_id
      ), ''), 'UTF8')), 'hex') AS findings,
      encode(sha256(convert_to(coalesce((
        SELECT string_agg(jsonb_build_array(last.field, last.value)::text, E'\n' ORDER BY last.field)
        FROM (
          SELECT DISTINCT ON (k.field) k.field, k.value FROM field_corrections k WHERE k.submission_id = s.id
          ORDER BY k.field, k.corrected_at DESC, k.id DESC
        ) AS last WHERE last.value IS NOT NULL
      ), ''), 'UTF8')), 'hex') AS corrections
    FROM submissions s WHERE s.id = ${submissionId}::uuid`
  if (!evidence) throw new AppError('NOT_FOUND')
  return evidence
}

/** One hash for all of it, kept with a review. */
export function evidenceHash(evidence: Evidence): string {
  return createHash('sha256')
    .update(evidenceParts.map((part) => evidence[part]).join())
    .digest('hex')
}
