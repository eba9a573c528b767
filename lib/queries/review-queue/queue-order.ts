import type { SortColumn } from '../keyset.ts'

export const queueSorts = [
  'urgency',
  'due',
  'received',
  'flags',
  'attempt',
  'country',
  'type',
  'client',
  'device',
  'status',
  'reference',
] as const
export type QueueSort = (typeof queueSorts)[number]
export type Direction = 'asc' | 'desc'

const column = (expression: string, type: SortColumn['type']): SortColumn => ({ expression, type, dir: 'asc' })
const urgent = column('s.urgent_at', 'timestamptz')

/**
 * Each order's columns, all running one way, as in the indexes of the migration: the most urgent first among equals. Numbers of
 * which many come first are negated. `dir` is what a person calls the order that runs this way.
 */
const sorts: Record<QueueSort, { columns: SortColumn[]; dir: Direction }> = {
  urgency: { columns: [urgent], dir: 'asc' },
  due: { columns: [column('s.due_at', 'timestamptz')], dir: 'asc' },
  received: { columns: [column('s.received_at', 'timestamptz')], dir: 'asc' },
  flags: { columns: [column('(-s.flag_count)', 'int'), urgent], dir: 'desc' },
  attempt: { columns: [column('(-s.attempt)', 'int'), urgent], dir: 'desc' },
  country: { columns: [column('s.country', 'bpchar'), urgent], dir: 'asc' },
  type: { columns: [column('s.document_type', 'document_type'), urgent], dir: 'asc' },
  client: { columns: [column('s.client_id', 'uuid'), urgent], dir: 'asc' },
  device: { columns: [column('s.device', 'text'), urgent], dir: 'asc' },
  status: { columns: [column('s.status', 'submission_status'), urgent], dir: 'asc' },
  reference: { columns: [column('c.reference', 'text')], dir: 'asc' },
}

const id = column('s.id', 'uuid')

/** The columns of an order in the direction asked for, ending with the id, which breaks ties. */
export function queueOrder(sort: QueueSort, dir: Direction | undefined): { columns: SortColumn[]; dir: Direction } {
  const order = sorts[sort]
  const columns = [...order.columns, id]
  const asked = dir ?? order.dir
  return { columns: asked === order.dir ? columns : columns.map(reversed), dir: asked }
}

/** The same column walked the other way. */
export function reversed(one: SortColumn): SortColumn {
  return { ...one, dir: one.dir === 'asc' ? 'desc' : 'asc' }
}
