'use client'

import { useEffect, useRef } from 'react'
import { hearEvents } from './event-stream.tsx'
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

/** Listens for changes on the server and renders nothing. */
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

/** Gathers what comes close together, so that one reading of the page answers it all. */
function listen(url: string, names: string[], tell: (data: string[]) => void): () => void {
  let gathered: string[] | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const hear = (event?: MessageEvent<string>) => {
    if (!gathered) {
      timer = setTimeout(() => {
        const data = gathered ?? []
        gathered = null
        tell(data)
      }, gatherMs)
    }
    gathered = [...(gathered ?? []), ...(event ? [event.data] : [])]
  }
  const leave = hearEvents(url, { names, hear })
  return () => {
    clearTimeout(timer)
    leave()
  }
}
