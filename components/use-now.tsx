'use client'

import { useCallback, useSyncExternalStore } from 'react'

const tickers = new Map<number, { listeners: Set<() => void>; now: number; timer: ReturnType<typeof setInterval> }>()

/**
 * The browser's time in milliseconds, renewed every `everyMs`; null on the server and until the page has woken up, so that
 * both render the same. All users of one interval share one timer.
 */
export function useNow(everyMs: number): number | null {
  const subscribe = useCallback((listener: () => void) => listen(everyMs, listener), [everyMs])
  return useSyncExternalStore(
    subscribe,
    () => tickers.get(everyMs)?.now ?? null,
    () => null,
  )
}

function listen(everyMs: number, listener: () => void): () => void {
  const ticker = tickers.get(everyMs) ?? start(everyMs)
  ticker.listeners.add(listener)
  return () => {
    ticker.listeners.delete(listener)
    if (ticker.listeners.size > 0) return
    clearInterval(ticker.timer)
    tickers.delete(everyMs)
  }
}

function start(everyMs: number) {
  const listeners = new Set<() => void>()
  const ticker = { listeners, now: Date.now(), timer: setInterval(tick, everyMs) }
  function tick() {
    ticker.now = Date.now()
    for (const listener of listeners) listener()
  }
  tickers.set(everyMs, ticker)
  return ticker
}
