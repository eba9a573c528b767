import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { hiddenReviewers } from '#lib/blind-review'
import { db } from '#lib/db/client'
import type { Actor, UserActor } from '#lib/domain/actor'
import { type NoteStretch, noteStretches } from '#lib/domain/note'
import { can } from '#lib/domain/permissions'

export interface MentionRow {
  noteId: string
  submissionId: string
  reference: string
  author: string
  writtenAt: Date
  stretches: NoteStretch[]
  unread: boolean
}

export const mentionsFilterSchema = z.object({ before: z.uuid().optional().catch(undefined) })

const pageSize = 50

/** A page of the notes that name the reader, newest first. `next` is the id to go on before. */
export async function mentions(
  actor: Actor,
  { before }: z.infer<typeof mentionsFilterSchema>,
): Promise<{ rows: MentionRow[]; next: string | null }> {
  const user = authorise(actor, 'submission:review')
  const found = await db().mention.findMany({
    where: { userId: user.id, ...(before && { noteId: { lt: before } }) },
    orderBy: { noteId: 'desc' },
    take: pageSize + 1,
    include: { note: { include: noteParts } },
  })
  const page = found.slice(0, pageSize)
  const readable = await mayBeRead(user, page)
  return {
    rows: readable.map(({ noteId, readAt, note }) => ({
      noteId,
      submissionId: note.submissionId,
      reference: note.case.reference,
      author: note.author.name,
      writtenAt: note.writtenAt,
      stretches: noteStretches(
        note.body,
        note.mentions.map((mention) => mention.user),
      ),
      unread: readAt === null,
    })),
    next: found.length > pageSize ? page.at(-1)!.noteId : null,
  }
}

const noteParts = {
  case: { select: { reference: true } },
  author: { select: { name: true } },
  mentions: { select: { user: { select: { id: true, name: true } } } },
} as const

interface Written {
  note: { authorId: string; submissionId: string }
}

/** Without the notes of those whose judgement the reader must not know yet. */
async function mayBeRead<Row extends Written>({ id }: UserActor, rows: readonly Row[]): Promise<Row[]> {
  const submissionIds = [...new Set(rows.map(({ note }) => note.submissionId))]
  const hiddenIn = await hiddenReviewers(db(), id, submissionIds)
  return rows.filter(({ note }) => hiddenIn.get(note.submissionId) !== note.authorId)
}

/** How many notes name the reader and were not read yet, counted up to a page of them; 0 for those who don't review. */
export async function unreadMentions(actor: Actor): Promise<number> {
  if (actor.kind !== 'user' || !can(actor.role, 'submission:review')) return 0
  const unread = await db().mention.findMany({
    where: { userId: actor.id, readAt: null },
    select: { note: { select: { authorId: true, submissionId: true } } },
    take: pageSize,
  })
  return (await mayBeRead(actor, unread)).length
}
