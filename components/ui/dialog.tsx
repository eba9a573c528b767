'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { buttonVariants } from './button.tsx'
import { cn } from './cn.ts'

/** Shared with the alert dialog: a dimmed page and a panel in its middle. */
export const backdropClass =
  'fixed inset-0 z-40 bg-black/45 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'
export const popupClass =
  'fixed top-1/2 left-1/2 z-50 grid max-h-[calc(100dvh-3rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-lg border border-border bg-popover shadow-raised transition duration-150 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0'

export interface DialogProps {
  title: ReactNode
  description?: ReactNode
  /** An element that opens it; leave out when `open` is controlled. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons at the bottom right. */
  footer?: ReactNode
  className?: string
  children?: ReactNode
}

/** A modal dialog: focus is kept inside, Esc and the cross close it, focus returns to where it was. */
export function Dialog({ title, description, trigger, open, onOpenChange, footer, className, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={cn(popupClass, className)}>
          <header className="px-5 pt-4 pr-12">
            <Base.Title className="text-base font-semibold">{title}</Base.Title>
            {description && (
              <Base.Description className="text-[0.8125rem] text-muted-foreground">{description}</Base.Description>
            )}
          </header>
          <div className="px-5 py-4">{children}</div>
          {footer && <footer className="flex justify-end gap-2 border-t border-border px-5 py-3">{footer}</footer>}
          {/* Last in the document, so that the first field gets the focus. */}
          <Base.Close
            aria-label="Close"
            className={cn(buttonVariants({ variant: 'ghost', size: 'icon-sm' }), 'absolute top-3 right-3')}
          >
            <X aria-hidden />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Wraps a button inside a dialog so that it also closes it: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = Base.Close
