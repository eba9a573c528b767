'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

export interface TooltipProps {
  label: ReactNode
  /** The key that does the same. */
  hotkey?: string
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** One focusable element; it needs a name of its own (text or aria-label), a tooltip is only a hint. */
  children: ReactElement
}

/** A hint on hover and on keyboard focus. */
export function Tooltip({ label, hotkey, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-foreground px-2 py-1 text-xs text-background shadow-raised transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
            {hotkey && <Kbd>{hotkey}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
