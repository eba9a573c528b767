'use client'

import { useRef, useState } from 'react'
import { useRefresh } from '#components/session-lock'
import type { Change } from '#lib/db/notify'
import { countAgain } from './use-view-counts.ts'

type Progress = { done: number; total: number }

/** Refreshing reads a whole page from the database: not more often than this, however busy the house is. */
const restMs = 1500

/**
 * Keeps the queue up to date: `onChange` takes the events of LiveRefresh. Progress is put in place at once; anything else
 * has the page read again, at most every 1.5 seconds.
 */
export function useLiveQueue(): { progress: Record<string, Progress>; onChange: (events: string[]) => void } {
  const readAgain = useRefresh()
  const [progress, setProgress] = useState<Record<string, Progress>>({})
  const rest = useRef({ until: 0, waiting: false })

  const refresh = () => {
    const { until, waiting } = rest.current
    if (waiting) return
    rest.current.waiting = true
    setTimeout(
      () => {
        rest.current = { until: Date.now() + restMs, waiting: false }
        readAgain()
      },
      Math.max(0, until - Date.now()),
    )
  }
  const onChange = (events: string[]) => {
    const changes = events.map((event) => JSON.parse(event) as Change)
    const moved = changes.filter(({ type }) => type === 'progress')
    if (moved.length > 0) {
      const news = moved.map(({ submissionId, done = 0, total = 0 }) => [submissionId, { done, total }])
      setProgress((before) => ({ ...before, ...Object.fromEntries(news) }))
    }
    const started = moved.some(({ submissionId }) => !(submissionId in progress))
    if (!started && moved.length === changes.length && changes.length > 0) return
    refresh()
    countAgain()
  }
  return { progress, onChange }
}
