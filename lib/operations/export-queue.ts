import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

export const exportQueueInput = z.object({ rows: z.int().min(0), filters: z.array(z.string().max(20)).max(40) })

/** Puts on record that rows of the queue leave the house, before they do: at most how many, filtered by what. */
export async function exportQueue(actor: Actor, exported: z.infer<typeof exportQueueInput>): Promise<void> {
  authorise(actor, 'queue:read')
  await withTransaction((tx) => recordAuditEvent(tx, actor, { type: 'queue.exported', data: exported }))
}
