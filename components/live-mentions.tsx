'use client'

import { useRef } from 'react'
import { LiveRefresh } from './live-refresh.tsx'
import { useRefresh } from './session-lock.tsx'

const events = ['mention']

/** Keeps the count of unread mentions up to date: reads the page again when the viewer is named, or may have been. */
export function LiveMentions() {
  const refresh = useRefresh()
  const connected = useRef(false)
  const onChange = (data: string[]) => {
    // The first word is that the connection stands: the page has only just been rendered.
    if (data.length > 0 || connected.current) refresh()
    connected.current = true
  }
  return <LiveRefresh url="/api/events" events={events} onChange={onChange} />
}
