'use client'

import { formatDuration } from '#lib/domain/format'
import { DateTime, everything, formatMoment } from './date-time.tsx'
import { cn } from './ui/cn.ts'
import { useNow } from './use-now.tsx'

/** How long something has waited, growing while you look; the exact start on hover. */
export function WaitingTime({ since }: { since: Date | string }) {
  const now = useNow(30_000)
  if (now === null) return <DateTime value={since} />
  const start = new Date(since)
  return (
    <time
      dateTime={start.toISOString()}
      title={formatMoment(start, everything, now.awake ? undefined : 'UTC')}
      className="whitespace-nowrap tabular-nums"
    >
      {formatDuration((now.ms - start.getTime()) / 1000)}
    </time>
  )
}

/** The time left until a submission is due, amber in the last two hours; once past it says that it is late. */
export function DueTime({ at }: { at: Date | string }) {
  const now = useNow(30_000)
  if (now === null) return <DateTime value={at} />
  const due = new Date(at)
  const left = (due.getTime() - now.ms) / 1000
  const urgent = left < 2 * 3600
  return (
    <time
      dateTime={due.toISOString()}
      title={formatMoment(due, everything, now.awake ? undefined : 'UTC')}
      data-late={left < 0 || undefined}
      className={cn('whitespace-nowrap tabular-nums', left < 0 ? 'font-medium text-danger' : urgent && 'text-warning')}
    >
      {left < 0 ? `late ${formatDuration(left)}` : formatDuration(left)}
    </time>
  )
}
