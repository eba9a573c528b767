'use client'

import { useEffect, useState } from 'react'
import { useRefresh } from '#components/session-lock'
import type { Change } from '#lib/db/notify'
import type { WorkspaceView } from './workspace-view.ts'

/** While checks run the page is also read again at this pace: a lost event must not leave a reviewer waiting. */
const catchUpMs = 4_000

type Running = { done: number; total: number }

/** Keeps one submission up to date: checks' progress at once, findings and anything else by reading the page again. */
export function useLiveSubmission({ id, status, running, attempts }: WorkspaceView): {
  /** Checks under way; null where none are. */
  running: Running | null
  /** Takes the events of LiveRefresh. */
  onChange: (events: string[]) => void
} {
  const refresh = useRefresh()
  const [live, setLive] = useState<Running | null>(null)
  const checking = status === 'received' || status === 'checking'
  useEffect(() => {
    if (!checking) return
    const timer = setInterval(() => refresh(), catchUpMs)
    return () => clearInterval(timer)
  }, [checking, refresh])
  const ofCase = new Set(attempts.map(({ submissionId }) => submissionId))

  const onChange = (events: string[]) => {
    const changes = events.map((event) => JSON.parse(event) as Change).filter((one) => ofCase.has(one.submissionId))
    const moved = changes.findLast((one) => one.type === 'progress' && one.submissionId === id)
    if (moved) setLive({ done: moved.done ?? 0, total: moved.total ?? 0 })
    const other = events.length === 0 || changes.some(({ type }) => type !== 'progress')
    if (other || (moved && !checking)) setLive(null)
    if (other || moved) refresh()
  }
  return { running: checking ? (live ?? running ?? { done: 0, total: 0 }) : null, onChange }
}
