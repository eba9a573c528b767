'use client'

import { ListChecks, RefreshCcw, SearchX } from 'lucide-react'
import Link from 'next/link'
import { useMemo, useState, useTransition } from 'react'
import { DataTable } from '#components/data-table'
import { LiveRefresh } from '#components/live-refresh'
import { orRefusal } from '#components/or-refusal'
import type { PagerProps } from '#components/pager'
import type { Sort } from '#components/sort-header'
import { Button, buttonVariants } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { toast } from '#components/ui/toast'
import { formatCount } from '#lib/domain/format'
import type { QueueFilter } from '#lib/queries/review-queue/queue-filter'
import { runChecks } from './actions.ts'
import { isFiltered, queueHref, sortedHref } from './queue-address.ts'
import { type QueueTableRow, queueColumns } from './queue-columns.tsx'
import { useLiveQueue } from './use-live-queue.ts'
import { useSteadyRows } from './use-steady-rows.ts'

export interface QueueTableProps {
  rows: QueueTableRow[]
  filter: QueueFilter
  checkTitles: Record<string, string>
  sort: Sort
  pager: PagerProps
  /** Whether this role opens submissions and has checks run; others are led to the support desk. */
  reviews: boolean
}

const liveEvents = ['submission', 'progress']

/** The queue's rows, kept up to date, with what can be done to a selection. */
export function QueueTable({ rows: latest, filter, checkTitles, sort, pager, reviews }: QueueTableProps) {
  const columns = useMemo(() => queueColumns(checkTitles), [checkTitles])
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
        bulkActions={reviews ? (ids, clear) => <RunChecks ids={ids} onDone={clear} /> : undefined}
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

function RunChecks({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const [pending, start] = useTransition()
  const run = () =>
    start(async () => {
      const result = await orRefusal(runChecks({ submissionIds: ids }))
      if (!result.ok) {
        toast({ title: result.message, tone: 'danger' })
        return
      }
      toast({ title: outcomeWords(result.queued, ids.length), tone: result.queued > 0 ? 'success' : 'info' })
      onDone()
    })
  return (
    <Button busy={pending} onClick={run}>
      {!pending && <RefreshCcw aria-hidden />} Run checks again
    </Button>
  )
}

function outcomeWords(queued: number, asked: number): string {
  if (queued === 0) return 'No checks to run: all of these are decided.'
  const words = `Checks run again on ${queued === 1 ? '1 submission' : `${formatCount(queued)} submissions`}.`
  return queued < asked ? `${words} Those already decided were left out.` : words
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
