'use client'

import { useEffect, useEffectEvent } from 'react'

/** The HTML standard's, which TypeScript doesn't know yet. */
declare const CloseWatcher: (new () => { onclose: (() => void) | null; destroy(): void }) | undefined

/**
 * Android's way back (a gesture or button) closes what lies over the page instead of leaving the page, in browsers that have
 * `CloseWatcher`. Elsewhere only Escape asks to close, and dialogs answer that themselves.
 */
export function useWayBack(open: boolean, onClose: () => void) {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (!open || typeof CloseWatcher === 'undefined' || !navigator.userAgent.includes('Android')) return
    const watcher = new CloseWatcher()
    watcher.onclose = close
    return () => watcher.destroy()
  }, [open])
}
