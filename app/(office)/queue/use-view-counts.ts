'use client'

import { useEffect, useState } from 'react'

/** Counting is for the eye: no more often than this. */
const restMs = 4_000

const news = new EventTarget()

/** Tells the counts that something changed in the queue. */
export function countAgain(): void {
  news.dispatchEvent(new Event('change'))
}

/** How much is in each view, by its query; empty until the first answer is there. Read anew when something changes, at a calm pace. */
export function useViewCounts(): Record<string, number> {
  const [counts, setCounts] = useState<Record<string, number>>({})
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      const answer = await fetch('/queue/counts', { signal: stop.signal }).catch(() => null)
      if (answer?.ok) setCounts(await answer.json())
    }
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void read()
      }, restMs)
    }
    void read()
    news.addEventListener('change', soon, { signal: stop.signal })
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return counts
}
