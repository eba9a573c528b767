import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

/** More than one can oversee above a list; each is counted. */
const maxOwnViews = 20

export const saveViewInput = z.object({
  /** Changes this view of one's own; else makes one. */
  viewId: z.uuid().optional(),
  name: z.string().trim().min(1, { error: 'Give it a name.' }).max(40),
  shared: z.boolean(),
  /** As in the queue's address; what makes no sense in it is ignored when it is read. */
  query: z.string().max(600),
})

/** Keeps filters, order and search of the queue under a name, for oneself or for everybody. Only its owner changes a view. */
export async function saveView(
  actor: Actor,
  { viewId, ...data }: z.infer<typeof saveViewInput>,
): Promise<{ ok: true; viewId: string } | Refused<'name_taken' | 'too_many' | 'not_yours'>> {
  const user = authorise(actor, 'queue:read')
  return withTransaction(async (tx) => {
    // One at a time: a name that is free, and room for one more, stay so until this commits.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${user.id}::uuid FOR NO KEY UPDATE`
    const own = await tx.savedView.findMany({ where: { ownerId: user.id }, select: { id: true, name: true } })
    if (viewId && !own.some(({ id }) => id === viewId)) return refused('not_yours', 'Only its owner can change a view.')
    if (own.some(({ id, name }) => id !== viewId && name === data.name))
      return refused('name_taken', 'You have a view of this name.')
    if (!viewId && own.length >= maxOwnViews)
      return refused('too_many', `You have ${maxOwnViews} views; delete one first.`)
    const view = viewId
      ? await tx.savedView.update({ where: { id: viewId }, data })
      : await tx.savedView.create({ data: { ...data, ownerId: user.id } })
    await recordAuditEvent(tx, actor, { type: 'view.saved', data: { viewId: view.id, shared: view.shared } })
    return { ok: true, viewId: view.id }
  })
}
