'use client'

import { useEffect, useRef } from 'react'
import { useLocked } from './session-lock.tsx'

export interface LiveRefreshProps {
  /** A server-sent-events address of this origin. */
  url: string
  /** Names of the events to hear. */
  events: readonly string[]
  /**
   * Called with the data of the events that came since the last call, at most every 400 ms; with an empty list once the
   * connection stands, for the first time or again, as events may have been missed before.
   */
  onChange: (data: string[]) => void
}

const gatherMs = 400
const longestPauseMs = 30_000

/**
 * Listens for changes on the server and renders nothing. A hidden tab lets go of its connection (browsers allow six to one
 * house, over all tabs) and catches up when it is looked at again; so does one that was locked.
 */
export function LiveRefresh({ url, events, onChange }: LiveRefreshProps) {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  const names = events.join(' ')
  const locked = useLocked()
  useEffect(() => {
    if (!locked) return listen(url, names.split(' '), (data) => latest.current(data))
  }, [url, names, locked])
  return null
}

/** Opens, and opens again after errors with growing pauses; returns how to stop. */
function listen(url: string, names: string[], tell: (data: string[]) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let gathered: string[] | null = null
  let pauseMs = 1000
  let missed = true

  const gather = (event?: MessageEvent<string>) => {
    if (!gathered) {
      setTimeout(() => {
        const data = gathered ?? []
        gathered = null
        if (source) tell(data)
      }, gatherMs)
    }
    gathered = [...(gathered ?? []), ...(event ? [event.data] : [])]
  }
  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = null
    missed = true
  }
  const open = () => {
    source = new EventSource(url)
    for (const name of names) source.addEventListener(name, gather)
    source.onopen = () => {
      pauseMs = 1000
      if (missed) gather()
      missed = false
    }
    source.onerror = () => {
      close()
      timer = setTimeout(open, pauseMs)
      pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    }
  }
  const onVisibility = () => {
    close()
    if (!document.hidden) open()
  }

  open()
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    close()
  }
}
