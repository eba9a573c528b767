'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonVariants } from './button.tsx'
import { cn } from './cn.ts'
import { backdropClass } from './dialog.tsx'
import { useWayBack } from './use-way-back.ts'

export interface ScreenDialogProps {
  title: ReactNode
  /** Names the cross, in the language of the page. */
  closeLabel: string
  open: boolean
  onClose: () => void
  children: ReactNode
}

/** A modal dialog that fills a phone and most of a larger screen: for what is looked at, like a camera's picture. */
export function ScreenDialog({ title, closeLabel, open, onClose, children }: ScreenDialogProps) {
  useWayBack(open, onClose)
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className="fixed inset-0 z-50 grid grid-rows-[auto_minmax(0,1fr)] bg-popover text-base transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 roomy:inset-6 roomy:mx-auto roomy:max-w-5xl roomy:overflow-hidden roomy:rounded-lg roomy:border roomy:border-border roomy:shadow-raised">
          <header className="flex items-center justify-between gap-3 py-1.5 ps-4 pe-1.5">
            <Base.Title className="truncate text-base font-semibold">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className={cn(buttonVariants({ variant: 'ghost', size: 'icon' }), 'size-11 [&_svg]:size-5')}
            >
              <X aria-hidden />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
