'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'

export const evidenceTabs = ['findings', 'facts', 'history', 'notes'] as const
export type EvidenceTab = (typeof evidenceTabs)[number]

const key = 'evidence-tab'
const listeners = new Set<() => void>()

/** Which tab is open. Remembered in this browser, so that the next case opens where this one was left. */
export function useEvidenceTab(): [tab: EvidenceTab, change: (tab: EvidenceTab) => void] {
  const tab = useSyncExternalStore(subscribe, stored, () => 'findings' as const)
  const change = useCallback((next: EvidenceTab) => {
    localStorage.setItem(key, next)
    for (const listener of listeners) listener()
  }, [])
  // A link may name the tab it is about: `#notes`.
  useEffect(() => {
    const named = evidenceTabs.find((one) => `#${one}` === location.hash)
    if (named) change(named)
  }, [change])
  return [tab, change]
}

function stored(): EvidenceTab {
  const kept = localStorage.getItem(key)
  return evidenceTabs.find((tab) => tab === kept) ?? 'findings'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
