'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type MouseEvent, useTransition } from 'react'

/**
 * Follows the plain links of a table's rows (`data-row-link`) without leaving the page: one handler for all of them, where a
 * component for each would have to be rendered, sent and woken up. Clicks that ask for another tab are the browser's.
 */
export function useRowLinks(): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter()
  const [, start] = useTransition()
  return (event) => {
    const target = event.target instanceof Element ? event.target : null
    const href = target?.closest('a[data-row-link]')?.getAttribute('href')
    if (!href || event.defaultPrevented || event.button !== 0 || isForElsewhere(event)) return
    event.preventDefault()
    start(() => router.push(href as Route))
  }
}

function isForElsewhere({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey
}
