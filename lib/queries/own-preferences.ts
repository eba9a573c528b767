import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { type Preferences, storedPreferences } from '#lib/domain/preferences'

/** What the viewer chose for themselves. */
export async function ownPreferences(actor: Actor): Promise<Preferences> {
  const { id } = authorise(actor, 'preferences:save')
  const user = await db().user.findUnique({ where: { id }, select: { preferences: true } })
  return storedPreferences(user?.preferences)
}
