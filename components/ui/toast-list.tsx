'use client'

import { Toast as Base } from '@base-ui/react/toast'
import { CircleCheck, Info, OctagonAlert, X } from 'lucide-react'
import { Button, buttonVariants } from './button.tsx'
import type { ToastOptions, ToastTone } from './toast.tsx'

const manager = Base.createToastManager()

const icons = { info: Info, success: CircleCheck, danger: OctagonAlert }
const colours: Record<ToastTone, string> = { info: 'text-info', success: 'text-success', danger: 'text-danger' }

/** Adds one under an id of the caller's. */
export function addToast(
  id: string,
  { title, description, tone = 'info', timeoutMs = 5000, action }: ToastOptions,
): void {
  manager.add({
    id,
    title,
    description,
    type: tone,
    timeout: timeoutMs,
    priority: tone === 'danger' ? 'high' : 'low',
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.run()
        manager.close(id)
      },
    },
  })
}

/** Closes one. */
export function closeToast(id: string): void {
  manager.close(id)
}

/** Where toasts appear. F6 moves the focus there. */
export function ToastViewport() {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport className="fixed bottom-4 left-4 z-60 flex w-[calc(100vw-2rem)] max-w-md desk:left-60 flex-col gap-2">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function ToastList() {
  const { toasts } = Base.useToastManager()
  return toasts.map((item) => {
    const tone = (item.type ?? 'info') as ToastTone
    const Icon = icons[tone]
    return (
      <Base.Root
        key={item.id}
        toast={item}
        swipeDirection="right"
        className="rounded-md border border-border bg-popover shadow-raised transition duration-200 data-ending-style:translate-x-4 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-3 data-starting-style:opacity-0"
      >
        <Base.Content className="flex items-center gap-3 py-2 pr-2 pl-3">
          <Icon aria-hidden className={`size-4 shrink-0 ${colours[tone]}`} />
          <div className="min-w-0 flex-1 text-[0.8125rem]">
            <Base.Title className="font-medium" />
            <Base.Description className="text-muted-foreground" />
          </div>
          <Base.Action render={<Button size="sm" />} />
          <Base.Close aria-label="Dismiss" className={buttonVariants({ variant: 'ghost', size: 'icon-sm' })}>
            <X aria-hidden />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    )
  })
}
