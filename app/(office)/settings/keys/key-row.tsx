'use client'

import { RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button'
import { KeyCap } from '#components/ui/kbd'
import type { HotkeyAction } from '#lib/domain/hotkeys'

export interface KeyRowProps {
  action: HotkeyAction
  /** The viewer's own key; null where the action has the one it ships with. */
  own: string | null
  /** Why the last key pressed can't be this one's. */
  problem: string | null
  onChoose: (key: string) => void
  onReset: () => void
}

const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']

/** As hotkeys name it: letters in lower case, with `shift+` where Shift was held; signs as they are typed. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (!/^\p{L}$/u.test(key)) return key
  return `${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`
}

/** One action. Its button listens for the next key; Esc, Tab and leaving it stop listening. */
export function KeyRow({ action, own, problem, onChoose, onReset }: KeyRowProps) {
  const [listening, setListening] = useState(false)
  const problemId = useId()
  const key = own ?? action.keys[0] ?? ''

  const onKeyDown = (event: KeyboardEvent) => {
    if (!listening || modifiers.includes(event.key)) return
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    setListening(false)
    if (event.key !== 'Escape') onChoose(nameOf(event))
  }

  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 py-1 text-[0.8125rem]">
      <span className="min-w-40 flex-1">
        {action.label}
        {own !== null && <span className="text-muted-foreground">, usually {action.keys[0]}</span>}
      </span>
      {own !== null && (
        <Button variant="ghost" size="icon-sm" aria-label={`Reset the key for ${action.label}`} onClick={onReset}>
          <RotateCcw aria-hidden />
        </Button>
      )}
      <Button
        size="sm"
        aria-label={listening ? `Press the new key for ${action.label}` : `Key for ${action.label}: ${key}`}
        aria-describedby={problem ? problemId : undefined}
        aria-pressed={listening}
        className="min-w-28 aria-pressed:border-primary"
        onClick={() => setListening(!listening)}
        onBlur={() => setListening(false)}
        onKeyDown={onKeyDown}
      >
        {listening ? 'Press a key…' : <KeyCap>{key}</KeyCap>}
      </Button>
      {problem && (
        <p id={problemId} role="alert" className="basis-full text-right text-danger">
          {problem}
        </p>
      )}
    </li>
  )
}
