import type { ReactNode } from 'react'
import { Button } from './ui/button.tsx'

export interface BulkBarProps {
  count: number
  onClear: () => void
  /** Buttons. */
  children: ReactNode
}

/** What can be done with the selected rows, at the bottom of the window while there are any. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  return (
    <section
      aria-label="Selected rows"
      className="sticky bottom-4 z-30 mx-auto flex items-center gap-2 rounded-lg border border-border bg-popover py-1.5 pr-1.5 pl-4 text-[0.8125rem] shadow-raised"
    >
      <span role="status" className="mr-2 font-medium tabular-nums">
        {count} selected
      </span>
      {children}
      <Button variant="ghost" onClick={onClear}>
        Clear
      </Button>
    </section>
  )
}
