import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { env } from '#lib/env'

/** Idle and absolute limits of a session (OWASP ASVS 5.0, V7.3). */
const idleMinutes = 60
const absoluteHours = 12

/** The page locks itself to the minute; a browser that is gone is locked by the server this much later. */
const lockGraceMinutes = 2

/** What a page asked for before it locked has reached us by then. */
const onTheWayMs = 5_000

export interface SessionState {
  actor: UserActor
  /** Only the password, or signing out, leads on from here. */
  locked: boolean
  /** Locked by its own browser a moment ago: what that asked for before may come in only now. */
  justLocked: boolean
  /** False for people who sign in through the identity provider alone. */
  hasPassword: boolean
}

/**
 * The person behind a session, read anew on every request, so that signing out, disabling, a role change and the lock act at
 * once. Null where the session ended, sat idle for an hour or is older than a working day.
 */
export async function sessionState(sessionId: string): Promise<SessionState | null> {
  const session = await db().userSession.findUnique({ where: { id: sessionId }, include: { user: true } })
  if (!session || session.revokedAt || session.user.disabledAt) return null
  const now = Date.now()
  const idleMs = now - session.lastSeenAt.getTime()
  if (idleMs > idleMinutes * 60_000 || now - session.createdAt.getTime() > absoluteHours * 3_600_000) return null
  const { lockedAt } = session
  const { id, name, email, role, passwordHash } = session.user
  return {
    actor: { kind: 'user', id, name, email, role, sessionId },
    locked: lockedAt !== null || idleMs > (env().RETAKE_LOCK_MINUTES + lockGraceMinutes) * 60_000,
    justLocked: lockedAt !== null && now - lockedAt.getTime() < onTheWayMs,
    hasPassword: passwordHash !== null,
  }
}
