import { db } from '#lib/db/client'

/** Notes that a session is in use, at most once a minute, which is all the idle limit needs. */
export async function touchSession(sessionId: string): Promise<void> {
  await db().$executeRaw`
    UPDATE user_sessions SET last_seen_at = clock_timestamp()
    WHERE id = ${sessionId}::uuid AND last_seen_at < clock_timestamp() - interval '1 minute'`
}
