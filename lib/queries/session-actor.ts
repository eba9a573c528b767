import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'

/** Idle and absolute limits of a session (OWASP ASVS 5.0, V7.3). */
const idleMinutes = 60
const absoluteHours = 12

/**
 * The person behind a session, read anew on every request, so that signing out, disabling and a role change act at once.
 * Null where the session ended, sat idle for an hour or is older than a working day.
 */
export async function sessionActor(sessionId: string): Promise<UserActor | null> {
  const now = Date.now()
  const session = await db().userSession.findUnique({ where: { id: sessionId }, include: { user: true } })
  if (!session || session.revokedAt || session.user.disabledAt) return null
  if (now - session.lastSeenAt.getTime() > idleMinutes * 60_000) return null
  if (now - session.createdAt.getTime() > absoluteHours * 3_600_000) return null
  const { id, name, email, role } = session.user
  return { kind: 'user', id, name, email, role, sessionId }
}
