import type { Tx } from './db/transaction.ts'
import type { UserActor } from './domain/actor.ts'

/** By what right someone sees a picture: its policy blurs nothing, they hold the case, or they asked and the asking was logged. */
export type PictureRight = 'policy' | 'claim' | 'grant'

/**
 * By what right this person may see the pictures of a submission now, or null (docs/decisions/031). The one rule behind every
 * way to a picture. A claim on any attempt opens them all, for comparing. Time is the database's. Of a submission that doesn't
 * exist nothing may be seen.
 */
export async function pictureRight(
  tx: Tx,
  { id: userId }: UserActor,
  submissionId: string,
): Promise<PictureRight | null> {
  const rows = await tx.$queryRaw<{ right: PictureRight | null }[]>`
    SELECT CASE
      WHEN NOT coalesce((p.body->>'blurUntilClaimed')::boolean, true) THEN 'policy'
      WHEN EXISTS (
        SELECT FROM submissions o JOIN claims c ON c.submission_id = o.id
        WHERE o.case_id = s.case_id AND c.user_id = ${userId}::uuid AND c.expires_at > clock_timestamp()) THEN 'claim'
      WHEN EXISTS (
        SELECT FROM picture_grants g
        WHERE g.user_id = ${userId}::uuid AND g.submission_id = s.id AND g.expires_at > clock_timestamp()) THEN 'grant'
      END AS right
    FROM submissions s JOIN policies p ON p.id = s.policy_id
    WHERE s.id = ${submissionId}::uuid`
  return rows[0]?.right ?? null
}
