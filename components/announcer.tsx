'use client'

import { useSyncExternalStore } from 'react'

let said = ''
const listeners = new Set<() => void>()

/** Has a screen reader say this when it has finished what it is saying. The same words again are said again. */
export function announce(words: string): void {
  said = words === said ? `${words}\u00a0` : words
  for (const listener of listeners) listener()
}

/** Where it is said: once, in the shell, so that it outlives the pages it speaks of. */
export function Announcer() {
  const words = useSyncExternalStore(
    subscribe,
    () => said,
    () => '',
  )
  return (
    <p role="status" aria-label="Announcements" className="sr-only">
      {words}
    </p>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
