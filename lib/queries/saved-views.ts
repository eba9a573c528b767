import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'

export interface SavedView {
  id: string
  name: string
  query: string
  shared: boolean
  mine: boolean
  owner: string
}

/** One's own views of the queue and those colleagues share, by name. */
export async function savedViews(actor: Actor): Promise<SavedView[]> {
  const user = authorise(actor, 'queue:read')
  const views = await db().savedView.findMany({
    where: { OR: [{ ownerId: user.id }, { shared: true, owner: { disabledAt: null } }] },
    include: { owner: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 60,
  })
  return views.map(({ id, name, query, shared, ownerId, owner }) => ({
    ...{ id, name, query, shared },
    mine: ownerId === user.id,
    owner: owner.name,
  }))
}
