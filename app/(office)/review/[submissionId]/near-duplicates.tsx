'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '#components/date-time'
import { StatusBadge } from '#components/status-badge'
import { Button } from '#components/ui/button'
import { useLoaded } from '#components/use-loaded'
import { captureKindTitle } from '#lib/domain/capture'
import type { NearDuplicateRow } from '#lib/queries/near-duplicates'
import type { OtherCapture } from './compare-dialog.tsx'
import type { WorkspaceView } from './workspace-view.ts'

export interface NearDuplicatesProps {
  view: WorkspaceView
  /** Null while the own pictures may not be seen. */
  onCompare: ((ownCaptureId: string, other: OtherCapture) => void) | null
}

/** Where the pictures of this submission turn up in other cases; nothing where they don't. */
export function NearDuplicates({ view, onCompare }: NearDuplicatesProps) {
  const { data, error } = useLoaded<NearDuplicateRow[]>(`/api/submissions/${view.id}/near-duplicates`)
  if (error)
    return (
      <p className="text-[0.8125rem] text-danger">Other cases could not be searched for the same picture: {error}</p>
    )
  if (!data || data.length === 0) return null
  return (
    <section className="grid gap-2">
      <h2 className="font-medium">Same picture in other cases</h2>
      <ul aria-label="Same picture in other cases" className="grid gap-1.5 text-[0.8125rem]">
        {bySubmission(data).map((rows) => (
          <OtherSubmission key={rows[0]!.submissionId} rows={rows} onCompare={onCompare} />
        ))}
      </ul>
    </section>
  )
}

function OtherSubmission({
  rows,
  onCompare,
}: {
  rows: NearDuplicateRow[]
  onCompare: NearDuplicatesProps['onCompare']
}) {
  const { reference, attempt, status, receivedAt, submissionId } = rows[0]!
  return (
    <li className="grid gap-1 rounded-md border border-border px-2 py-1.5">
      <div className="flex flex-wrap items-center gap-x-2">
        <Link
          href={`/review/${submissionId}` as Route}
          prefetch={false}
          className="font-medium text-primary tabular-nums underline-offset-4 hover:underline"
        >
          {reference}
        </Link>
        <StatusBadge status={status} />
        <span className="ml-auto text-xs text-muted-foreground">
          attempt {attempt}, <DateTime value={receivedAt} />
        </span>
      </div>
      <ul aria-label={`Pictures of ${reference}`} className="grid gap-0.5">
        {rows.map((row) => (
          <Row key={`${row.ownCaptureId} ${row.captureId}`} row={row} onCompare={onCompare} />
        ))}
      </ul>
    </li>
  )
}

function Row({ row, onCompare }: { row: NearDuplicateRow; onCompare: NearDuplicatesProps['onCompare'] }) {
  const { kind, distance, reference, attempt } = row
  const title = `${captureKindTitle[kind]}, case ${reference}, attempt ${attempt}`
  return (
    <li className="flex items-center justify-between gap-2 text-xs">
      <span>
        {captureKindTitle[kind]}:{' '}
        <span className="text-muted-foreground">
          {distance === 0 ? 'no bit differs' : `${distance} of 64 bits differ`}
        </span>
      </span>
      <Button
        size="sm"
        variant="ghost"
        disabled={!onCompare}
        onClick={() => onCompare?.(row.ownCaptureId, { ...row, elsewhere: true, title })}
      >
        Compare<span className="sr-only"> with {title}</span>
      </Button>
    </li>
  )
}

/** The nearest come first, and so do their submissions. */
function bySubmission(rows: readonly NearDuplicateRow[]): NearDuplicateRow[][] {
  const groups = new Map<string, NearDuplicateRow[]>()
  for (const row of rows) groups.set(row.submissionId, [...(groups.get(row.submissionId) ?? []), row])
  return [...groups.values()]
}
