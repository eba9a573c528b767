import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { SubmissionStatus } from '#lib/domain/submission'
import { DateTime } from './date-time.tsx'
import { StatusBadge } from './status-badge.tsx'
import { cn } from './ui/cn.ts'

export interface AttemptView {
  submissionId: string
  /** 1 is the first. */
  attempt: number
  status: SubmissionStatus
  receivedAt: Date | string
  /** Where it opens; null where the viewer may not. */
  href: string | null
  /** Its reasons, or its pictures. */
  detail?: ReactNode
}

/** The attempts of one case, in the order given; the one on show is marked. */
export function Attempts({ attempts, currentId }: { attempts: readonly AttemptView[]; currentId: string | null }) {
  return (
    <ol aria-label="Attempts" className="grid grid-cols-[minmax(0,1fr)] gap-1 text-[0.8125rem]">
      {attempts.map(({ submissionId, attempt, status, receivedAt, href, detail }) => {
        const current = submissionId === currentId
        return (
          <li
            key={submissionId}
            aria-current={current ? 'true' : undefined}
            className={cn('grid grid-cols-[minmax(0,1fr)] gap-1 rounded-md px-2 py-1.5', current && 'bg-selected')}
          >
            <span className="flex flex-wrap items-center gap-2">
              {href && !current ? (
                <Link
                  href={href as Route}
                  prefetch={false}
                  className="font-medium text-primary underline-offset-4 hover:underline"
                >
                  Attempt {attempt}
                </Link>
              ) : (
                <span className="font-medium">Attempt {attempt}</span>
              )}
              <StatusBadge status={status} />
              <span className="ml-auto text-xs text-muted-foreground">
                <DateTime value={receivedAt} />
              </span>
            </span>
            {detail}
          </li>
        )
      })}
    </ol>
  )
}
