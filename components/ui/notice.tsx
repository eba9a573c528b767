import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<NoticeTone, { icon: LucideIcon; className: string }> = {
  info: { icon: Info, className: 'bg-info-soft text-info' },
  success: { icon: CircleCheck, className: 'bg-success-soft text-success' },
  warning: { icon: TriangleAlert, className: 'bg-warning-soft text-warning' },
  danger: { icon: OctagonAlert, className: 'bg-danger-soft text-danger' },
}

export interface NoticeProps {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Read out at once when it appears; use it for what just happened, not for what was there on load. */
  live?: boolean
  className?: string
}

/** A sentence in a coloured box, where it concerns the reader: a refusal, a claim held by someone else, a warning. */
export function Notice({ tone = 'info', title, children, action, live = false, className }: NoticeProps) {
  const { icon: Icon, className: look } = looks[tone]
  return (
    <div role={live ? 'alert' : undefined} className={cn('flex gap-2.5 rounded-md px-3 py-2.5', look, className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 text-[0.8125rem]">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-foreground">{children}</div>}
      </div>
      {action}
    </div>
  )
}
