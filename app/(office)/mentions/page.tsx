import { AtSign } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { pageActor } from '#app/_server/session'
import { DateTime } from '#components/date-time'
import { NoteText } from '#components/note-text'
import { Pager } from '#components/pager'
import { Badge } from '#components/ui/badge'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { type MentionRow, mentions, mentionsFilterSchema } from '#lib/queries/mentions'
import { MarkAllRead } from './mark-all-read.tsx'

export const metadata: Metadata = { title: 'Mentions' }

/** The notes that name the reader, each with the way to its case. */
export default async function MentionsPage({ searchParams }: PageProps<'/mentions'>) {
  const actor = await pageActor('submission:review')
  const { before } = mentionsFilterSchema.parse(await searchParams)
  const { rows, next } = await mentions(actor, { before })
  return (
    <>
      <PageHeader
        title="Mentions"
        description="Notes in which colleagues name you, newest first."
        actions={rows.some(({ unread }) => unread) && <MarkAllRead />}
      />
      {rows.length === 0 ? (
        <Card>
          <EmptyState icon={AtSign} title="Nobody has named you yet">
            A colleague does so by writing @ and your name in a note on a case.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid max-w-3xl gap-3">
          <Card flush>
            <ol aria-label="Mentions" className="divide-y divide-border text-[0.8125rem]">
              {rows.map((row) => (
                <Mention key={row.noteId} {...row} />
              ))}
            </ol>
          </Card>
          {(before || next) && (
            <Pager prevHref={before ? '/mentions' : null} nextHref={next && `/mentions?before=${next}`} />
          )}
        </div>
      )}
    </>
  )
}

function Mention({ submissionId, reference, author, writtenAt, stretches, unread }: MentionRow) {
  return (
    <li className="grid gap-1 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{author}</span>
        <span className="text-muted-foreground">
          on{' '}
          <Link
            href={`/review/${submissionId}#notes` as Route}
            prefetch={false}
            className="tabular-nums underline underline-offset-4"
          >
            {reference}
          </Link>
          , <DateTime value={writtenAt} />
        </span>
        {unread && <Badge tone="info">Unread</Badge>}
      </p>
      <NoteText stretches={stretches} />
    </li>
  )
}
