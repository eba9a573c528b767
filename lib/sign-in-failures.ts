import type { Tx } from './db/transaction.ts'

/**
 * Failures per person within the window, after which even the right password is refused for its rest. NIST SP 800-63B (5.2.2) allows a
 * hundred in a row; ten are room enough for slips.
 */
const maxFailures = 10
const windowMinutes = 15

/**
 * True where somebody has tried this person's password too often, at sign-in or at the lock screen. The person's row is locked
 * until the try is on record: many at once count one after another.
 */
export async function isGuessedAt(tx: Tx, userId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  const rows = await tx.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM audit_events
    WHERE type = 'user.sign_in_failed' AND data->>'userId' = ${userId}
      AND at > clock_timestamp() - make_interval(mins => ${windowMinutes})`
  return Number(rows[0]?.count ?? 0) >= maxFailures
}
