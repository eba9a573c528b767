'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { DateTime } from '#components/date-time'
import { NoteText } from '#components/note-text'
import { orRefusal } from '#components/or-refusal'
import { Badge } from '#components/ui/badge'
import { Button } from '#components/ui/button'
import { toast } from '#components/ui/toast'
import { useNow } from '#components/use-now'
import { withdrawMinutes } from '#lib/domain/note'
import type { CaseNote, CaseNotes } from '#lib/queries/case-notes'
import { markMentionsRead, withdraw } from './actions.ts'
import type { WorkspaceView } from './workspace-view.ts'
import { WriteNote } from './write-note.tsx'

export interface NotesTabProps {
  view: WorkspaceView
  notes: CaseNotes
}

/** What colleagues tell each other about the case, apart from anything a customer is sent. */
export function NotesTab({ view, notes: { notes, older, unread } }: NotesTabProps) {
  useReadWhenShown(view.caseId, unread)
  return (
    <div className="grid gap-4 p-4">
      <WriteNote submissionId={view.id} />
      {notes.length === 0 ? (
        <p className="text-[0.8125rem] text-muted-foreground">
          No note yet. Notes stay with the case, over all its attempts.
        </p>
      ) : (
        <ol aria-label="Notes" className="grid gap-2">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ol>
      )}
      {older > 0 && <p className="text-xs text-muted-foreground">{older} older notes are not shown.</p>}
    </div>
  )
}

function NoteItem({ note }: { note: CaseNote }) {
  const { author, attempt, writtenAt, withdrawnAt, withdrawableUntil, stretches, unread } = note
  return (
    <li className="grid gap-1 rounded-md border border-border px-3 py-2 text-[0.8125rem]">
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="min-w-0 font-medium break-words">{author.name}</span>
        {unread && <Badge tone="info">Names you</Badge>}
        <span className="text-xs text-muted-foreground">
          attempt {attempt}, <DateTime value={writtenAt} />
        </span>
        {withdrawableUntil && <WithdrawNote noteId={note.id} until={withdrawableUntil} />}
      </div>
      {withdrawnAt ? (
        <p className="text-muted-foreground italic">Withdrawn by its author</p>
      ) : (
        <NoteText stretches={stretches} />
      )}
    </li>
  )
}

function WithdrawNote({ noteId, until }: { noteId: string; until: Date }) {
  const router = useRouter()
  const now = useNow(30_000)
  const [pending, start] = useTransition()
  if (now && now.ms > until.getTime()) return null
  const ask = () =>
    start(async () => {
      const answer = await orRefusal(withdraw({ noteId }))
      if (!answer.ok) toast({ title: answer.message, tone: 'danger' })
      router.refresh()
    })
  return (
    <Button
      size="sm"
      variant="ghost"
      className="ml-auto"
      busy={pending}
      title={`Within ${withdrawMinutes} minutes of writing it`}
      onClick={ask}
    >
      Withdraw
    </Button>
  )
}

/** Notes on the screen are read: the count in the user menu falls. */
function useReadWhenShown(caseId: string, unread: number) {
  const router = useRouter()
  useEffect(() => {
    if (unread === 0) return
    void orRefusal(markMentionsRead({ caseId })).then((answer) => answer.ok && answer.read > 0 && router.refresh())
  }, [caseId, unread, router])
}
