'use client'

import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { actionId, type KeyChoices, keysOf } from '#lib/domain/hotkeys'

export interface Hotkey {
  /**
   * `event.key` values that trigger it, such as `['a']` or `['+', '=']`; the first is the one shown. `mod+k` is k with Ctrl or
   * ⌘, and fires while typing too, since it types nothing; `shift+e` is E, which else is the same key as e.
   */
  keys: readonly string[]
  /** What it does, for the list behind `?`. */
  label: string
  /** Heading in that list. */
  group: string
  run: () => void
}

type Entry = { current: readonly Hotkey[] }

const registered = new Set<Entry>()
const listeners = new Set<() => void>()
let choices: KeyChoices = {}
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

/** The keys in force now with the viewer's own choices, in the order they were registered. */
export function useHotkeyList(): readonly Hotkey[] {
  return useSyncExternalStore(
    subscribe,
    () => shown,
    () => nothing,
  )
}

/** The key that stands on this page for the one an action ships with: the viewer's own where they chose one. */
export function useShownKey(shippedKey: string): string {
  return useSyncExternalStore(
    subscribe,
    () => shownKey(shippedKey),
    () => shippedKey,
  )
}

/** Puts the viewer's own keys in force on this page. Once, in the shell. */
export function useKeyChoices(own: KeyChoices): void {
  useLayoutEffect(() => {
    choices = own
    announce()
  }, [own])
}

const nothing: readonly Hotkey[] = []

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function announce(): void {
  shown = inForce()
  for (const listener of listeners) listener()
}

const all = () => [...registered].flatMap((entry) => entry.current)

function inForce(): Hotkey[] {
  return all().map((hotkey) => ({ ...hotkey, keys: chosenKeys(hotkey) }))
}

function chosenKeys({ group, label, keys }: Hotkey): readonly string[] {
  return keysOf({ id: actionId(group, label), keys }, choices)
}

function shownKey(shippedKey: string): string {
  if (Object.keys(choices).length === 0) return shippedKey
  const hotkey = all().findLast(({ keys }) => keys[0] === shippedKey)
  return (hotkey && chosenKeys(hotkey)[0]) ?? shippedKey
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const key = pressed(event)
  if (key === null) return
  const hotkey = (event.shiftKey && hotkeyFor(`shift+${key}`)) || hotkeyFor(key)
  if (!hotkey) return
  event.preventDefault()
  hotkey.run()
}

function hotkeyFor(key: string): Hotkey | undefined {
  return inForce().findLast(({ keys }) => keys.includes(key))
}

/** The key as hotkeys name it, or null where it is none of ours to take. */
function pressed(event: KeyboardEvent): string | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (isPlain(event)) return isTaken(event) ? null : key
  return event.altKey || event.shiftKey || isInDialog(event.target) ? null : `mod+${key}`
}

/** No modifier but Shift, or AltGr, which many European layouts need for `[` and `]`. */
function isPlain(event: KeyboardEvent): boolean {
  return event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey)
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role="dialog"], [role="alertdialog"]') !== null
}

/** True where the focused element has its own use for the key. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (!target) return false
  if (isInDialog(target) || target.closest('[role="menu"], [role="listbox"], [contenteditable="true"]')) return true
  if (
    target.closest(
      'textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"], [type="file"])',
    )
  ) {
    return true
  }
  return (event.key === 'Enter' || event.key === ' ') && target.closest('a, button, input, summary') !== null
}
