'use client'

import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react'

/** A moment to tell times from. */
export interface Now {
  ms: number
  /** False on the server and until the page has woken up: it is the server's time, and the viewer's zone is not known. */
  awake: boolean
}

interface Ticker {
  listeners: Set<() => void>
  now: Now
  timer: ReturnType<typeof setInterval> | undefined
}

const tickers = new Map<number, Ticker>()
const RenderedAt = createContext<Now | null>(null)

/**
 * Around a page: the server's time when it was rendered, in milliseconds, so that spans of time are right from the first
 * paint and nothing moves when the page wakes up.
 */
export function RenderTime({ ms, children }: { ms: number; children: ReactNode }) {
  return <RenderedAt value={{ ms, awake: false }}>{children}</RenderedAt>
}

/**
 * The time, renewed every `everyMs`; until the page has woken up the server's, so that both render the same, or null outside
 * of a RenderTime. All users of one interval share one timer.
 */
export function useNow(everyMs: number): Now | null {
  const renderedAt = useContext(RenderedAt)
  const subscribe = useCallback((listener: () => void) => listen(everyMs, listener), [everyMs])
  return useSyncExternalStore(
    subscribe,
    () => tickerOf(everyMs).now,
    () => renderedAt,
  )
}

function tickerOf(everyMs: number): Ticker {
  const ticker = tickers.get(everyMs) ?? { listeners: new Set(), now: currentTime(), timer: undefined }
  tickers.set(everyMs, ticker)
  return ticker
}

function currentTime(): Now {
  return { ms: Date.now(), awake: true }
}

function listen(everyMs: number, listener: () => void): () => void {
  const ticker = tickerOf(everyMs)
  ticker.listeners.add(listener)
  ticker.timer ??= setInterval(() => {
    ticker.now = currentTime()
    for (const tell of ticker.listeners) tell()
  }, everyMs)
  return () => {
    ticker.listeners.delete(listener)
    if (ticker.listeners.size > 0) return
    clearInterval(ticker.timer)
    tickers.delete(everyMs)
  }
}
