'use client'

import { useState, useTransition } from 'react'
import { TimelineDays } from '#components/timeline-days'
import { Button } from '#components/ui/button'
import { Select } from '#components/ui/select'
import { Skeleton } from '#components/ui/skeleton'
import { readJson, useLoaded } from '#components/use-loaded'
import { timelineKinds, timelineKindTitle } from '#lib/domain/timeline-kind'
import type { TimelineEntry, TimelinePage } from '#lib/queries/case-timeline'
import { timelineEvent } from './timeline-event.ts'

export interface CaseTimelineProps {
  submissionId: string
  /** Changes whenever something may have happened. */
  version: number
}

const kinds = [['', 'Everything'], ...timelineKinds.map((kind) => [kind, timelineKindTitle[kind]] as const)] as const

/** Everything that happened to the case, newest first, a page at a time. */
export function CaseTimeline({ submissionId, version }: CaseTimelineProps) {
  const [kind, setKind] = useState('')
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-medium">Timeline</h2>
        <Select
          aria-label="Show in the timeline"
          options={kinds}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
      </div>
      <Entries key={kind} url={`/api/submissions/${submissionId}/timeline?kind=${kind}`} version={version} />
    </section>
  )
}

/** The page that is kept fresh, and what was asked for beyond it: events are never changed, so both can be laid together. */
function Entries({ url, version }: { url: string; version: number }) {
  const { data, error, reload } = useLoaded<TimelinePage>(url, version)
  const [older, setOlder] = useState<TimelinePage | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [pending, start] = useTransition()
  if (!data) return error ? <TryAgain error={error} retry={reload} /> : <Skeleton className="h-32" />
  const entries = merged(data.entries, older?.entries ?? [])
  const next = older ? older.next : data.next
  const more = () =>
    start(async () => {
      const page = await readJson<TimelinePage>(`${url}&before=${next}`).catch((problem: Error) => problem.message)
      setFailed(typeof page === 'string' ? page : null)
      if (typeof page !== 'string') setOlder({ entries: merged(entries, page.entries), next: page.next })
    })
  if (entries.length === 0)
    return <p className="text-[0.8125rem] text-muted-foreground">Nothing of this kind happened.</p>
  return (
    <>
      <TimelineDays events={entries.map(timelineEvent)} />
      {failed && <p className="text-xs text-danger">{failed}</p>}
      {next && (
        <Button className="justify-self-center" busy={pending} onClick={more}>
          Show earlier events
        </Button>
      )}
    </>
  )
}

function TryAgain({ error, retry }: { error: string; retry: () => void }) {
  return (
    <p className="flex items-center gap-2 text-[0.8125rem] text-danger">
      {error}
      <Button size="sm" onClick={retry}>
        Try again
      </Button>
    </p>
  )
}

function merged(fresh: readonly TimelineEntry[], known: readonly TimelineEntry[]): TimelineEntry[] {
  const byId = new Map([...known, ...fresh].map((entry) => [entry.id, entry]))
  return [...byId.values()].sort((a, b) => Number(b.id) - Number(a.id))
}
