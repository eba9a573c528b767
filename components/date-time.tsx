'use client'

import { formatDuration } from '#lib/domain/format'
import { type Now, useNow } from './use-now.tsx'

export interface DateTimeProps {
  /** UTC, as a Date or an ISO string. */
  value: Date | string
  /** `relative` (default): "3 min ago", the exact time on hover. `exact`: date and time. `date`: the day alone. */
  show?: 'relative' | 'exact' | 'date'
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
const minute: Intl.DateTimeFormatOptions = { ...day, hour: '2-digit', minute: '2-digit' }
/** Date, time to the second, and zone: what a hint says. */
export const everything: Intl.DateTimeFormatOptions = { ...minute, second: '2-digit', timeZoneName: 'short' }

/**
 * A moment in the viewer's own time zone. The server, which can't know the zone, renders exact times in UTC and says so; the
 * browser takes over once it is awake.
 */
export function DateTime({ value, show = 'relative' }: DateTimeProps) {
  const now = useNow(30_000)
  const date = new Date(value)
  const zone = now?.awake ? undefined : 'UTC'
  return (
    <time
      dateTime={date.toISOString()}
      title={formatMoment(date, everything, zone)}
      className="whitespace-nowrap tabular-nums"
    >
      {text(date, show, now, zone)}
    </time>
  )
}

function text(date: Date, show: DateTimeProps['show'], now: Now | null, zone: 'UTC' | undefined): string {
  if (show === 'date') return formatMoment(date, day, zone)
  if (show === 'exact') return formatMoment(date, zone ? { ...minute, timeZoneName: 'short' } : minute, zone)
  if (now === null) return formatMoment(date, { ...minute, timeZoneName: 'short' }, zone)
  return relative(date.getTime() - now.ms)
}

/** A span to or from now: "just now", "5 min ago", "in 2 h 10 min". */
export function relative(spanMs: number): string {
  if (Math.abs(spanMs) < 10_000) return 'just now'
  const span = formatDuration(spanMs / 1000)
  return spanMs < 0 ? `${span} ago` : `in ${span}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than all its use on a page; there are as many as ways to show a moment. */
function formatterFor(options: Intl.DateTimeFormatOptions, timeZone: 'UTC' | undefined): Intl.DateTimeFormat {
  const key = `${Object.entries(options)} ${timeZone}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
  formatters.set(key, formatter)
  return formatter
}

/** In the viewer's zone where none is given. */
export function formatMoment(date: Date, options: Intl.DateTimeFormatOptions, timeZone: 'UTC' | undefined): string {
  return formatterFor(options, timeZone).format(date)
}
