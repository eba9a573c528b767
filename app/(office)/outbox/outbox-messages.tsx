import { Ban, ChevronRight, CircleCheck, CircleX, Clock, type LucideIcon } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '#components/date-time'
import { Badge, type Tone } from '#components/ui/badge'
import { Card } from '#components/ui/card'
import { linkPlaceholder } from '#lib/domain/message'
import type { OutboxMessage } from '#lib/queries/outbox'

export const messageStatusTitle: Record<OutboxMessage['status'], string> = {
  queued: 'Waiting',
  sent: 'Sent',
  failed: 'Failed',
  cancelled: 'Withdrawn',
}

const looks: Record<OutboxMessage['status'], { tone: Tone; icon: LucideIcon }> = {
  queued: { tone: 'info', icon: Clock },
  sent: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  cancelled: { tone: 'outline', icon: Ban },
}

/** Messages in a line each, with the whole text behind it. */
export function OutboxMessages({ messages }: { messages: readonly OutboxMessage[] }) {
  return (
    <Card flush>
      <ol aria-label="Messages" className="divide-y divide-border text-[0.8125rem]">
        {messages.map(({ id, status, subject, recipient, locale, body, reference, createdAt, sentAt }) => (
          <li key={id}>
            <details className="group">
              <summary className="grid grid-cols-[auto_6rem_minmax(0,3fr)_minmax(0,2fr)_9rem] items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-hover">
                <ChevronRight aria-hidden className="size-4 text-muted-foreground group-open:rotate-90" />
                <MessageStatus status={status} />
                <span lang={locale} className="truncate font-medium">
                  {subject}
                </span>
                <bdi className="truncate text-muted-foreground">{recipient}</bdi>
                <span className="text-right text-xs text-muted-foreground">
                  <DateTime value={sentAt ?? createdAt} show="exact" />
                </span>
              </summary>
              <div className="grid gap-3 border-t border-border bg-muted px-4 py-3">
                <p>
                  Case{' '}
                  <Link href={`/support?q=${reference}` as Route} className="tabular-nums underline underline-offset-4">
                    {reference}
                  </Link>
                </p>
                <p lang={locale} className="max-w-prose whitespace-pre-line break-words">
                  {body.replaceAll(linkPlaceholder, '[the link no longer works]')}
                </p>
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function MessageStatus({ status }: Pick<OutboxMessage, 'status'>) {
  const { tone, icon: Icon } = looks[status]
  return (
    <Badge tone={tone} className="justify-self-start">
      <Icon aria-hidden />
      {messageStatusTitle[status]}
    </Badge>
  )
}
