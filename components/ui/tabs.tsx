'use client'

import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
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

/** Panels behind a row of tabs; arrow keys move between them. */
export function Tabs({ label, tabs, value, onChange, className }: TabsProps) {
  const state = onChange
    ? { value, onValueChange: (next: string) => onChange(next) }
    : { defaultValue: value ?? tabs[0]?.id }
  return (
    <Base.Root {...state} className={cn('grid min-w-0', className)}>
      <Base.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-border">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="-mb-px inline-flex h-9 items-center gap-1.5 pointer-coarse:h-11 whitespace-nowrap border-b-2 border-transparent px-2.5 text-[0.8125rem] font-medium text-muted-foreground -outline-offset-2 hover:text-foreground data-active:border-primary data-active:text-foreground"
          >
            {tab.title}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="min-h-0 min-w-0 overflow-y-auto -outline-offset-2">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
