'use client'

import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'

export interface Hotkey {
  /** `event.key` values that trigger it, such as `['a']` or `['+', '=']`; the first is the one shown. */
  keys: readonly string[]
  /** What it does, for the list behind `?`. */
  label: string
  /** Heading in that list. */
  group: string
  run: () => void
}

const registered = new Set<{ current: readonly Hotkey[] }>()
const listeners = new Set<() => void>()
let shown: readonly Hotkey[] = []

/**
 * Registers keys for as long as the component is mounted and `enabled`. One list serves the whole page: the key registered
 * last wins. None fires while typing, with Ctrl, Alt or ⌘ held, or while the focus is in a dialog or menu; Enter and Space
 * are left to a focused button or link. Layout effects, so that the next key, however fast, meets what this one has changed.
 */
export function useHotkeys(hotkeys: readonly Hotkey[], enabled = true): void {
  const entry = useRef(hotkeys)
  const described = hotkeys.map(({ keys, label, group }) => [...keys, label, group].join('\n')).join('\n\n')

  useLayoutEffect(() => {
    entry.current = hotkeys
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `described` stands for what the list shows; handlers change with every render
  useLayoutEffect(() => {
    if (!enabled) return
    if (registered.size === 0) window.addEventListener('keydown', onKeyDown)
    registered.add(entry)
    announce()
    return () => {
      registered.delete(entry)
      if (registered.size === 0) window.removeEventListener('keydown', onKeyDown)
      announce()
    }
  }, [enabled, described])
}

/** The keys in force now, in the order they were registered; for the help dialog. */
export function useHotkeyList(): readonly Hotkey[] {
  return useSyncExternalStore(
    subscribe,
    () => shown,
    () => nothing,
  )
}

const nothing: readonly Hotkey[] = []

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function announce(): void {
  shown = [...registered].flatMap((entry) => entry.current)
  for (const listener of listeners) listener()
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || !isPlain(event) || isTaken(event)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const hotkey = [...registered].flatMap((entry) => entry.current).findLast(({ keys }) => keys.includes(key))
  if (!hotkey) return
  event.preventDefault()
  hotkey.run()
}

/** No modifier but Shift, or AltGr, which many European layouts need for `[` and `]`. */
function isPlain(event: KeyboardEvent): boolean {
  return event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey)
}

/** True where the focused element has its own use for the key. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (!target) return false
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [contenteditable="true"]')) return true
  if (
    target.closest('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"])')
  ) {
    return true
  }
  return (event.key === 'Enter' || event.key === ' ') && target.closest('a, button, input, summary') !== null
}
