import type { Sort } from '#components/sort-header'
import type { QueueFilter } from '#lib/queries/review-queue/queue-filter'

/** What the address says when it says nothing. */
const defaults: Partial<QueueFilter> = { status: 'waiting', sort: 'urgency' }

/** The parts a person filters by; the rest is order and place. */
export const filterNames = [
  'status',
  'flag',
  'type',
  'country',
  'holder',
  'due',
  'age',
  'attempt',
  'client',
  'assigned',
  'snoozed',
  'escalated',
  'device',
  'q',
] as const
export type FilterName = (typeof filterNames)[number]

/** The filters and the order as the query of an address, without the place; a saved view keeps the same. */
export function queueQuery(filter: Partial<QueueFilter>, changes: Record<string, string | undefined> = {}): string {
  const { after: _, before: __, ...rest } = filter
  const parts = Object.entries({ ...rest, ...changes }).filter(
    ([name, value]) => value && value !== defaults[name as keyof QueueFilter],
  )
  return new URLSearchParams(parts as [string, string][]).toString()
}

/** The queue's address with some parts changed. Another filter or order starts at the first page. */
export function queueHref(filter: QueueFilter, changes: Record<string, string | undefined> = {}): string {
  const query = queueQuery(filter, changes)
  return query ? `/queue?${query}` : '/queue'
}

/** True where something is filtered out that usually isn't. */
export function isFiltered(filter: QueueFilter): boolean {
  return filterNames.some((name) => (filter[name] ?? defaults[name]) !== defaults[name])
}

/** Orders whose column counts the other way round: the time since, where the order is by when. */
const opposite = { asc: 'desc', desc: 'asc' } as const

/** The order as the table's heading shows it. */
export function tableSort({ sort, dir }: { sort: QueueFilter['sort']; dir: 'asc' | 'desc' }): Sort {
  return sort === 'received' ? { column: 'waiting', direction: opposite[dir] } : { column: sort, direction: dir }
}

/** The address of the queue in the order a heading asks for. */
export function sortedHref(filter: QueueFilter, { column, direction }: Sort): string {
  const order = column === 'waiting' ? { sort: 'received', dir: opposite[direction] } : { sort: column, dir: direction }
  return queueHref(filter, order)
}
