import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import type { Role } from '#lib/domain/permissions'

export interface UserRow {
  id: string
  name: string
  email: string
  role: Role
  disabled: boolean
  /** Takes what colleagues escalate. */
  secondLine: boolean
  createdAt: Date
  lastSeenAt: Date | null
}

/** Everyone who can sign in, or could. */
export async function users(actor: Actor): Promise<UserRow[]> {
  authorise(actor, 'user:manage')
  const [rows, seen] = await Promise.all([
    db().user.findMany({ orderBy: { name: 'asc' } }),
    db().userSession.groupBy({ by: ['userId'], _max: { lastSeenAt: true } }),
  ])
  const lastSeen = new Map(seen.map(({ userId, _max }) => [userId, _max.lastSeenAt]))
  return rows.map(({ id, name, email, role, disabledAt, secondLine, createdAt }) => ({
    id,
    name,
    email,
    role,
    disabled: disabledAt !== null,
    secondLine,
    createdAt,
    lastSeenAt: lastSeen.get(id) ?? null,
  }))
}
