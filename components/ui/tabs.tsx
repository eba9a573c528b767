'use client'

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { cn } from './cn.ts'

export interface TabsProps {
  /** Names the row of tabs for screen readers. */
  label: string
  tabs: readonly { id: string; title: ReactNode; content: ReactNode }[]
  /** The tab shown first, or always when `onChange` is given too. */
  value?: string
  onChange?: (id: string) => void
  className?: string
}

/** Where a key leads from the tab at `index`, going round. */
const moves: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Panels behind a row of tabs; arrow keys, Home and End move between them. */
export function Tabs({ label, tabs, value, onChange, className }: TabsProps) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState(value ?? tabs[0]?.id)
  const chosen = onChange ? value : own
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0]
  const choose = onChange ?? setOwn

  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.id === current?.id)
    const next = moves[event.key]?.(index, tabs.length)
    if (next === undefined) return
    event.preventDefault()
    choose(tabs[next]!.id)
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }

  return (
    <div className={cn('grid min-w-0', className)}>
      <div
        ref={row}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex gap-1 overflow-x-auto border-b border-border"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === current?.id}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === current?.id ? 0 : -1}
            onClick={() => choose(tab.id)}
            className="-mb-px inline-flex h-9 items-center gap-1.5 pointer-coarse:h-11 whitespace-nowrap border-b-2 border-transparent px-2.5 text-[0.8125rem] font-medium text-muted-foreground -outline-offset-2 hover:text-foreground aria-selected:border-primary aria-selected:text-foreground"
          >
            {tab.title}
          </button>
        ))}
      </div>
      {current && (
        <div
          key={current.id}
          id={`${id}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${current.id}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard must reach it
          tabIndex={0}
          className="min-h-0 min-w-0 overflow-y-auto -outline-offset-2"
        >
          {current.content}
        </div>
      )}
    </div>
  )
}
