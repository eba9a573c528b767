import type { Tx } from './db/transaction.ts'
import { claimSeconds } from './domain/claim.ts'
import { openStatuses } from './domain/submission.ts'

export interface TakenClaim {
  expiresAt: Date
  /** It was one's own before. */
  renewed: boolean
}

/**
 * Takes the lease on an open submission, or renews one's own; null where somebody else holds it or it isn't this person's to
 * review. The row decides a race. Begin and end come of one moment, which is how a new lease is told from a renewed one.
 */
export async function takeClaim(tx: Tx, submissionId: string, userId: string): Promise<TakenClaim | null> {
  const rows = await tx.$queryRaw<TakenClaim[]>`
    WITH moment AS MATERIALIZED (SELECT clock_timestamp() AS now)
    INSERT INTO claims (submission_id, user_id, claimed_at, expires_at)
    SELECT s.id, ${userId}::uuid, moment.now, moment.now + make_interval(secs => ${claimSeconds})
    FROM submissions s, moment
    WHERE s.id = ${submissionId}::uuid AND s.status::text = ANY (${[...openStatuses]}::text[])
      AND may_review(s.id, ${userId}::uuid)
    ON CONFLICT (submission_id) DO UPDATE
      SET user_id = excluded.user_id,
          claimed_at = CASE WHEN claims.user_id = excluded.user_id THEN claims.claimed_at ELSE excluded.claimed_at END,
          expires_at = excluded.expires_at
      WHERE claims.user_id = excluded.user_id OR claims.expires_at <= clock_timestamp()
    RETURNING expires_at AS "expiresAt", claimed_at <> expires_at - make_interval(secs => ${claimSeconds}) AS renewed`
  return rows[0] ?? null
}

/** Gives back everything this person holds, but for `keptId`. Answers with what it was, for the audit log and the screens. */
export function giveBackClaims(
  tx: Tx,
  userId: string,
  keptId: string | null = null,
): Promise<{ submissionId: string; caseId: string }[]> {
  return tx.$queryRaw`
    DELETE FROM claims c USING submissions s
    WHERE s.id = c.submission_id AND c.user_id = ${userId}::uuid AND c.submission_id IS DISTINCT FROM ${keptId}::uuid
    RETURNING s.id AS "submissionId", s.case_id AS "caseId"`
}

/** The condition on submissions that nobody else holds them; `now` is the database's. */
export function notHeldByOthers(userId: string, now: Date) {
  return { OR: [{ claim: null }, { claim: { userId } }, { claim: { expiresAt: { lte: now } } }] }
}
