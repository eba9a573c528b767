import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

export const deleteViewInput = z.object({ viewId: z.uuid() })

/** Deletes a view of one's own, for everybody it was shared with; nothing happens where there is none. */
export async function deleteView(actor: Actor, { viewId }: z.infer<typeof deleteViewInput>): Promise<{ ok: true }> {
  const user = authorise(actor, 'queue:read')
  await withTransaction(async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { id: viewId, ownerId: user.id } })
    if (count > 0) await recordAuditEvent(tx, actor, { type: 'view.deleted', data: { viewId } })
  })
  return { ok: true }
}
