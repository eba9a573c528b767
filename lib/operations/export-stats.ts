import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

interface ExportedFigures {
  table: string
  /** The period they are of. */
  days: number
  rows: number
}

/** Puts on record that figures leave the house, before they do. */
export async function exportStats(actor: Actor, { table, days, rows }: ExportedFigures): Promise<void> {
  authorise(actor, 'stats:read')
  await withTransaction((tx) => recordAuditEvent(tx, actor, { type: 'stats.exported', data: { table, days, rows } }))
}
