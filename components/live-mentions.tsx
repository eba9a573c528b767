'use client'

import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { LiveRefresh } from './live-refresh.tsx'

const events = ['mention']

/** Keeps the count of unread mentions up to date: reads the page again when the viewer is named, or may have been. */
export function LiveMentions() {
  const router = useRouter()
  const connected = useRef(false)
  const onChange = (data: string[]) => {
    // The first word is that the connection stands: the page has only just been rendered.
    if (data.length > 0 || connected.current) router.refresh()
    connected.current = true
  }
  return <LiveRefresh url="/api/events" events={events} onChange={onChange} />
}
