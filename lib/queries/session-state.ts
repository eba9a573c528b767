import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { env } from '#lib/env'

/** Idle and absolute limits of a session (OWASP ASVS 5.0, V7.3). */
const idleMinutes = 60
const absoluteHours = 12

/** The page locks itself to the minute; a browser that is gone is locked by the server this much later. */
const lockGraceMinutes = 2

/** What a page asked for before it locked has reached us by then. */
const onTheWaySeconds = 5

export interface SessionState {
  actor: UserActor
  /** Only the password, or signing out, leads on from here. */
  locked: boolean
  /** Locked by its own browser a moment ago: what that asked for before may come in only now. */
  justLocked: boolean
  /** Its use was noted within the last minute: `touchSession` would change nothing. */
  seenLately: boolean
  /** False for people who sign in through the identity provider alone. */
  hasPassword: boolean
}

type SessionRow = Omit<UserActor, 'kind' | 'sessionId'> & Omit<SessionState, 'actor'>

/**
 * The person behind a session, read anew on every request, so that signing out, disabling, a role change and the lock act at
 * once. Null where the session ended, sat idle for an hour or is older than a working day. Time is the database's.
 */
export async function sessionState(sessionId: string): Promise<SessionState | null> {
  const silentMinutes = env().RETAKE_LOCK_MINUTES + lockGraceMinutes
  const rows = await db().$queryRaw<SessionRow[]>`
    SELECT u.id, u.name, u.email, u.role, u.password_hash IS NOT NULL AS "hasPassword",
      s.locked_at IS NOT NULL OR s.last_seen_at < clock_timestamp() - make_interval(mins => ${silentMinutes}) AS locked,
      coalesce(s.locked_at > clock_timestamp() - make_interval(secs => ${onTheWaySeconds}), false) AS "justLocked",
      s.last_seen_at >= clock_timestamp() - interval '1 minute' AS "seenLately"
    FROM user_sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND u.disabled_at IS NULL
      AND s.last_seen_at >= clock_timestamp() - make_interval(mins => ${idleMinutes})
      AND s.created_at >= clock_timestamp() - make_interval(hours => ${absoluteHours})`
  if (!rows[0]) return null
  const { locked, justLocked, seenLately, hasPassword, ...person } = rows[0]
  return { actor: { kind: 'user', ...person, sessionId }, locked, justLocked, seenLately, hasPassword }
}
