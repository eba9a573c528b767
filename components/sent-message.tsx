'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { type ReasonCode, reasons } from '#lib/domain/reasons'
import { DateTime } from './date-time.tsx'
import { Badge, type Tone } from './ui/badge.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { useLoaded } from './use-loaded.tsx'

export interface SentMessageProps {
  message: {
    id: string
    subject: string
    /** BCP 47 language it is written in. */
    locale: string
    status: 'queued' | 'sent' | 'failed' | 'cancelled'
    createdAt: Date | string
    sentAt: Date | string | null
    wordings: Record<string, number>
  }
}

const statusWords: Record<SentMessageProps['message']['status'], { title: string; tone: Tone }> = {
  queued: { title: 'Waiting', tone: 'info' },
  sent: { title: 'Sent', tone: 'success' },
  failed: { title: 'Failed', tone: 'danger' },
  cancelled: { title: 'Withdrawn', tone: 'outline' },
}

/** A message to the customer in a line; its text and the wordings it was made of are behind it. */
export function SentMessage({ message }: SentMessageProps) {
  const { subject, locale, status, createdAt, sentAt, wordings } = message
  const [open, setOpen] = useState(false)
  const { title, tone } = statusWords[status]
  return (
    <details className="group rounded-sm border border-border" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex list-none items-center gap-2 px-2 py-1 text-[0.8125rem] hover:bg-hover">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted-foreground group-open:rotate-90" />
        <span lang={locale} className="min-w-0 flex-1 truncate">
          {subject}
        </span>
        <Badge tone={tone}>{title}</Badge>
        <span className="text-xs text-muted-foreground">
          <DateTime value={sentAt ?? createdAt} />
        </span>
      </summary>
      {open && <MessageBody {...message} />}
      {Object.keys(wordings).length > 0 && (
        <p className="border-t border-border px-2 py-1 text-xs text-muted-foreground">
          Wordings: {wordingsInWords(wordings)}
        </p>
      )}
    </details>
  )
}

function MessageBody({ id, locale }: SentMessageProps['message']) {
  const { data, error } = useLoaded<{ body: string }>(`/api/messages/${id}`)
  if (error) return <p className="px-2 py-1 text-xs text-danger">{error}</p>
  if (!data) return <Skeleton className="m-2 h-16" />
  return (
    <p
      lang={locale}
      className="border-t border-border bg-muted px-2 py-1.5 text-[0.8125rem] break-words whitespace-pre-line"
    >
      {data.body}
    </p>
  )
}

function wordingsInWords(wordings: Record<string, number>): string {
  return Object.entries(wordings)
    .map(([code, version]) => `${reasons[code as ReasonCode]?.title ?? code}, version ${version}`)
    .join('; ')
}
