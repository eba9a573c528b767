'use client'

import { useEffect, useRef } from 'react'
import type { PaletteEntry } from './palette-entries.tsx'
import { cn } from './ui/cn.ts'
import { KeyCap } from './ui/kbd.tsx'

export interface PaletteListProps {
  id: string
  /** In the order they are shown; those of one group stand together. */
  entries: readonly PaletteEntry[]
  /** Index of the chosen one. */
  active: number
  onActive: (index: number) => void
  onRun: (entry: PaletteEntry) => void
}

/** The palette's entries by group. The focus stays in the field above, which says which one is chosen. */
export function PaletteList({ id, entries, active, onActive, onRun }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  const numbered = entries.map((entry, index) => ({ ...entry, index }))
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Entries"
      tabIndex={-1}
      className="min-h-24 overflow-y-auto p-1.5"
    >
      {Object.entries(Object.groupBy(numbered, ({ group }) => group)).map(([group, members = []]) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups of options, not fieldsets
        <div key={group} role="group" aria-label={group} className="pb-1">
          <p aria-hidden className="px-2 py-1 text-xs text-muted-foreground">
            {group}
          </p>
          {members.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above has the keys and the focus
            <div
              key={entry.id}
              id={`${id}-${entry.index}`}
              role="option"
              aria-selected={entry.index === active}
              onPointerMove={() => entry.index !== active && onActive(entry.index)}
              onClick={() => onRun(entry)}
              className={cn(
                'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 text-[0.8125rem] pointer-coarse:min-h-11',
                entry.index === active && 'bg-selected',
              )}
            >
              <span className={cn('shrink-0', entry.group === 'Cases' && 'font-mono font-medium')}>{entry.title}</span>
              <span className="min-w-0 flex-1 truncate text-muted-foreground">{entry.detail}</span>
              {entry.hotkey && (
                <KeyCap hint className="text-muted-foreground">
                  {entry.hotkey}
                </KeyCap>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
