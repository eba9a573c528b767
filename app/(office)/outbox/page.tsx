import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { FilterForm } from '#components/filter-form'
import { Pager } from '#components/pager'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { outbox, outboxFilterSchema } from '#lib/queries/outbox'
import { messageStatusTitle, OutboxMessages } from './outbox-messages.tsx'

export const metadata: Metadata = { title: 'Outbox' }

/** What customers were told, and what could not be told. */
export default async function OutboxPage({ searchParams }: PageProps<'/outbox'>) {
  const actor = await pageActor('outbox:read')
  const { status, before } = outboxFilterSchema.parse(await searchParams)
  const { messages, next } = await outbox(actor, { status, before })
  const chosen: Record<string, string> = status ? { status } : {}
  return (
    <>
      <PageHeader title="Outbox" description="Messages to customers, newest first, as they were sent.">
        <FilterForm
          action="/outbox"
          clearHref={status ? '/outbox' : null}
          filters={[
            {
              kind: 'choice',
              name: 'status',
              label: 'Status',
              value: status ?? '',
              options: [['', 'Any status'], ...Object.entries(messageStatusTitle)],
            },
          ]}
        />
      </PageHeader>
      {messages.length === 0 ? (
        <Card>
          <EmptyState icon={Mail} title={status ? 'No message of this status' : 'No message yet'}>
            The first one goes out when the first decision can no longer be undone.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-3">
          <OutboxMessages messages={messages} />
          <Pager
            prevHref={before ? `/outbox?${new URLSearchParams(chosen)}` : null}
            nextHref={next && `/outbox?${new URLSearchParams({ ...chosen, before: next })}`}
          />
        </div>
      )}
    </>
  )
}
