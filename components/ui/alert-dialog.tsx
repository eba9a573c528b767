'use client'

import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button.tsx'
import { cn } from './cn.ts'
import { backdropClass, popupClass } from './dialog.tsx'

export interface AlertDialogProps {
  title: string
  /** What will happen and whether it can be taken back. */
  description: ReactNode
  /** The verb on the button, like "Revoke key". */
  confirmLabel: string
  onConfirm: () => void
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  tone?: 'primary' | 'danger'
}

/** Asks before something that is hard to take back. Clicking outside doesn't close it; Esc cancels. */
export function AlertDialog(props: AlertDialogProps) {
  const { title, description, confirmLabel, onConfirm, trigger, open, onOpenChange, tone = 'danger' } = props
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={cn(popupClass, 'max-w-md gap-1 p-5')}>
          <Base.Title className="text-base font-semibold">{title}</Base.Title>
          <Base.Description className="text-[0.8125rem] text-muted-foreground">{description}</Base.Description>
          <div className="mt-4 flex justify-end gap-2">
            <Base.Close render={<Button>Cancel</Button>} />
            <Base.Close render={<Button variant={tone} onClick={onConfirm} />}>{confirmLabel}</Base.Close>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
