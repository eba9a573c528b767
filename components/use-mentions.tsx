'use client'

import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Colleague, colleaguesLike, mentionBeingTyped } from '#lib/domain/note'

/** More names than these are no help: typing on narrows them down. */
const mostOffered = 8
const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

export interface MentionChoice {
  offered: readonly Colleague[]
  index: number
  listId: string
  optionId: (index: number) => string
  choose: (colleague: Colleague) => void
  /** For the text field: tells screen readers of the list, and moves in it by keys. */
  field: {
    'aria-autocomplete': 'list'
    'aria-haspopup': 'listbox'
    'aria-controls': string | undefined
    'aria-activedescendant': string | undefined
    onKeyDown: (event: KeyboardEvent) => void
    onSelect: () => void
    onBlur: () => void
  }
}

export interface MentionOptions {
  field: RefObject<HTMLTextAreaElement | null>
  colleagues: readonly Colleague[]
  text: string
  onTextChange: (text: string) => void
}

/** Completes the name after an `@`: arrows move, Enter or Tab take, Escape closes. The focus stays in the text. */
export function useMentions({ field, colleagues, text, onTextChange }: MentionOptions): MentionChoice {
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [index, setIndex] = useState(0)
  const caretToSet = useRef<number | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const typing = caret === null ? null : mentionBeingTyped(text, caret)
  const isOpen = typing !== null && typing.at !== closedAt
  const offered = isOpen ? colleaguesLike(typing.typed, colleagues).slice(0, mostOffered) : []
  const current = Math.min(index, offered.length - 1)
  const optionId = (at: number) => `${listId}-${at}`

  const choose = (colleague: Colleague) => {
    if (!typing) return
    const before = `${text.slice(0, typing.at)}@${colleague.name} `
    onTextChange(before + text.slice(typing.at + 1 + typing.typed.length))
    setCaret(null)
    caretToSet.current = before.length
  }
  // Before the next key, however fast: else it would land at the end of the text.
  useLayoutEffect(() => {
    if (caretToSet.current === null) return
    field.current?.setSelectionRange(caretToSet.current, caretToSet.current)
    caretToSet.current = null
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (step) setIndex((current + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[current]!)
    else if (event.key === 'Escape') setClosedAt(typing?.at ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onSelect = () => {
    setCaret(field.current?.selectionEnd ?? null)
    setIndex(0)
  }
  return {
    ...{ offered, index: current, listId, optionId, choose },
    field: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': offered.length > 0 ? listId : undefined,
      'aria-activedescendant': offered.length > 0 ? optionId(current) : undefined,
      onKeyDown,
      onSelect,
      onBlur: () => setCaret(null),
    },
  }
}
