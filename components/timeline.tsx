import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { DateTime } from './date-time.tsx'
import type { Tone } from './ui/badge.tsx'
import { cn } from './ui/cn.ts'

export interface TimelineEvent {
  id: string
  at: Date | string
  /** What happened, in the past tense: "Resubmission requested". */
  title: ReactNode
  /** Who did it; leave out for the system. */
  actor?: string | null
  detail?: ReactNode
  icon?: LucideIcon
  tone?: Tone
}

const dots: Record<Tone, string> = {
  neutral: 'bg-input',
  outline: 'bg-input',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  info: 'bg-info',
}

/** What happened, in the order given. */
export function Timeline({ events, label = 'Timeline' }: { events: readonly TimelineEvent[]; label?: string }) {
  return (
    <ol aria-label={label} className="text-[0.8125rem]">
      {events.map((event) => (
        <TimelineItem key={event.id} {...event} />
      ))}
    </ol>
  )
}

function TimelineItem({ at, title, actor, detail, icon: Icon, tone = 'neutral' }: TimelineEvent) {
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden className="absolute top-5 bottom-0 left-2 w-px bg-border group-last:hidden" />
      <span aria-hidden className="mt-0.5 grid size-4 shrink-0 place-content-center text-muted-foreground">
        {Icon ? <Icon className="size-4" /> : <span className={cn('size-2 rounded-full', dots[tone])} />}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span>
            <span className="font-medium">{title}</span>
            {actor && <span className="text-muted-foreground"> by {actor}</span>}
          </span>
          <span className="text-xs text-muted-foreground">
            <DateTime value={at} />
          </span>
        </p>
        {detail && <div className="mt-0.5 text-muted-foreground">{detail}</div>}
      </div>
    </li>
  )
}
