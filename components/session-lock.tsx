'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useSyncExternalStore } from 'react'

let locked = false
const listeners = new Set<() => void>()

/** Says on this page that the session is locked, or no longer. Whoever hears it from the server first tells it here. */
export function setLocked(next: boolean): void {
  if (locked === next) return
  locked = next
  for (const listener of listeners) listener()
}

/** Locks this page at once; the screen then tells the server and the other tabs. */
export const lockScreen = () => setLocked(true)

/** True while the lock screen is up. */
export function useLocked(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => locked,
    () => false,
  )
}

/**
 * Reads the page's data again, but never while the session is locked: the server would answer with the lock's own page, and
 * what was typed here would be lost. Unlocking reads everything again anyway.
 */
export function useRefresh(): () => void {
  const router = useRouter()
  return useCallback(() => {
    if (!locked) router.refresh()
  }, [router])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
