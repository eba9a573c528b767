import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

interface ExportedRows {
  /** At most so many. */
  rows: number
  /** By which filters they were narrowed: names, never values. */
  filters: string[]
}

/** Puts on record that rows of the queue leave the house, before they do. */
export async function exportQueue(actor: Actor, { rows, filters }: ExportedRows): Promise<void> {
  authorise(actor, 'queue:read')
  await withTransaction((tx) => recordAuditEvent(tx, actor, { type: 'queue.exported', data: { rows, filters } }))
}
