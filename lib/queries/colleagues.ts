import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { rolesWith } from '#lib/domain/permissions'

export interface Colleague {
  id: string
  name: string
  me: boolean
}

/** Everybody who reviews, the asker first: to assign and to hand over to. */
export async function colleagues(actor: Actor): Promise<Colleague[]> {
  const user = authorise(actor, 'queue:read')
  const people = await db().user.findMany({
    where: { role: { in: rolesWith('submission:review') }, disabledAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
  const named = people.map(({ id, name }) => ({ id, name, me: id === user.id }))
  return [...named.filter(({ me }) => me), ...named.filter(({ me }) => !me)]
}
