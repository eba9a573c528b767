'use client'

import { type RefObject, useEffect } from 'react'
import { useHotkeys } from './use-hotkeys.tsx'

const arrows: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Walks the rows of a table body by moving the focus along their links (`data-row-link`): `j` `k` from anywhere on the page,
 * the arrow keys from within. Enter is the link's own. `toggle` gets the row's id (`data-row`) on Space or `s`.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>, toggle: ((id: string) => void) | null): void {
  const step = (by: 1 | -1) => focusRow(body.current, by)
  const select = () => {
    const id = currentRow(body.current)?.dataset.row
    if (id) toggle?.(id)
  }
  const group = 'Table'
  useHotkeys([
    { keys: ['j'], label: 'Next row', group, run: () => step(1) },
    { keys: ['k'], label: 'Previous row', group, run: () => step(-1) },
  ])
  useHotkeys([{ keys: ['s'], label: 'Select the row', group, run: select }], toggle !== null)

  useEffect(() => {
    const element = body.current
    const onKeyDown = (event: KeyboardEvent) => {
      const by = arrows[event.key]
      const selects = event.key === ' ' && toggle && !(event.target instanceof HTMLInputElement)
      if (!by && !selects) return
      event.preventDefault()
      if (by) step(by)
      else select()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  })
}

function currentRow(body: HTMLElement | null): HTMLElement | null {
  return body?.querySelector<HTMLElement>('[data-row]:focus-within') ?? null
}

function focusRow(body: HTMLElement | null, by: 1 | -1): void {
  const links = [...(body?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const row = currentRow(body)
  const index = links.findIndex((link) => row?.contains(link))
  const next = links[index === -1 ? (by === 1 ? 0 : links.length - 1) : index + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
