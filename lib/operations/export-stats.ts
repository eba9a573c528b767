import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

export const exportStatsInput = z.object({ table: z.string().max(40), days: z.int(), rows: z.int().min(0) })

/** Puts on record that figures left the house, before they do: which table, over how many days, how many rows. */
export async function exportStats(actor: Actor, exported: z.infer<typeof exportStatsInput>): Promise<void> {
  authorise(actor, 'stats:read')
  await withTransaction((tx) => recordAuditEvent(tx, actor, { type: 'stats.exported', data: exported }))
}
