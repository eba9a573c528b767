'use client'

import { ListChecks, RefreshCcw, SearchX } from 'lucide-react'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { DataTable } from '#components/data-table'
import { LiveRefresh } from '#components/live-refresh'
import type { PagerProps } from '#components/pager'
import type { Sort } from '#components/sort-header'
import { Button, buttonVariants } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { formatCount } from '#lib/domain/format'
import type { QueueRow } from '#lib/queries/review-queue'
import type { QueueFilter } from '#lib/queries/review-queue/queue-filter'
import { BulkActions } from './bulk-actions.tsx'
import { isFiltered, queueHref, sortedHref } from './queue-address.ts'
import { type QueueWords, queueColumns } from './queue-columns.tsx'
import type { QueueLook } from './queue-look.ts'
import { useLiveQueue } from './use-live-queue.ts'
import { useSteadyRows } from './use-steady-rows.ts'

export interface QueueTableProps {
  rows: QueueRow[]
  filter: QueueFilter
  look: QueueLook
  words: QueueWords
  sort: Sort
  pager: PagerProps
  /** Whether this role opens submissions and has checks run; others are led to the support desk. */
  reviews: boolean
}

const liveEvents = ['submission', 'progress']

/** The queue's rows, kept up to date, with what can be done to a selection. */
export function QueueTable({ rows: latest, filter, look, words, sort, pager, reviews }: QueueTableProps) {
  const names = look.columns.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the look, which is another object each time
  const columns = useMemo(() => queueColumns(words, look.columns), [words, names])
  const [held, setHeld] = useState(false)
  const { progress, onChange } = useLiveQueue()
  const list = queueHref(filter) + (filter.after ?? '') + (filter.before ?? '')
  const { rows, changes, settle } = useSteadyRows(latest, held, list)
  const shown = useMemo(
    () => rows.map((row) => (row.status === 'checking' ? { ...row, progress: progress[row.id] ?? row.progress } : row)),
    [rows, progress],
  )
  return (
    <div onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <LiveRefresh url="/api/events" events={liveEvents} onChange={onChange} />
      <DataTable
        label="Queue"
        columns={columns}
        rows={shown}
        rowId={({ id }) => id}
        rowHref={({ id, reference }) => (reviews ? `/review/${id}` : `/support?q=${reference}`)}
        rowLabel={({ reference }) => reference}
        sort={sort}
        sortHref={(next) => sortedHref(filter, next)}
        pager={pager}
        compact={look.compact}
        bulkActions={
          reviews ? (ids, clear) => <BulkActions ids={ids} checkTitles={words.checks} onDone={clear} /> : undefined
        }
        empty={<NothingHere filter={filter} />}
      />
      {changes > 0 && (
        <Button size="sm" className="fixed bottom-4 left-1/2 z-30 shadow-raised" onClick={settle}>
          <RefreshCcw aria-hidden /> {changes === 1 ? '1 change' : `${formatCount(changes)} changes`}: show
        </Button>
      )}
    </div>
  )
}

function NothingHere({ filter }: { filter: QueueFilter }) {
  if (!isFiltered(filter)) {
    return (
      <EmptyState icon={ListChecks} title="Nothing is waiting">
        New submissions appear here by themselves.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      action={
        <Link href="/queue" className={buttonVariants({ variant: 'secondary' })}>
          Clear filters
        </Link>
      }
    >
      No submission fits all of these filters.
    </EmptyState>
  )
}
