import { authorise } from '#lib/authorise'
import { hiddenReviewer } from '#lib/blind-review'
import { db } from '#lib/db/client'
import { databaseNow } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type Colleague, type NoteStretch, noteStretches, withdrawMinutes } from '#lib/domain/note'
import { AppError } from '#lib/errors'

export interface CaseNote {
  id: string
  attempt: number
  author: Colleague
  writtenAt: Date
  /** Empty once withdrawn. */
  stretches: NoteStretch[]
  withdrawnAt: Date | null
  /** Until when its reader, who wrote it, may withdraw it; null for everybody else and once that time is over. */
  withdrawableUntil: Date | null
  /** Names the reader, who has not read it. */
  unread: boolean
}

export interface CaseNotes {
  /** Newest first. */
  notes: CaseNote[]
  /** Notes beyond those given. */
  older: number
  unread: number
}

const shown = 100

/**
 * What colleagues told each other about the case of a submission. For those who review: support and customers never get it. What a
 * colleague wrote whose judgement the reader must not know yet is left out.
 */
export async function caseNotes(actor: Actor, submissionId: string): Promise<CaseNotes> {
  const user = authorise(actor, 'submission:review')
  const submission = await db().submission.findUnique({ where: { id: submissionId }, select: { caseId: true } })
  if (!submission) throw new AppError('NOT_FOUND')
  const { caseId } = submission
  const hidden = await hiddenReviewer(db(), user.id, submissionId)
  const where = { caseId, ...(hidden && { NOT: { submissionId, authorId: hidden } }) }
  const [rows, all, now] = await Promise.all([
    db().note.findMany({ where, orderBy: { id: 'desc' }, take: shown, include: parts }),
    db().note.count({ where }),
    databaseNow(db()),
  ])
  const notes = rows.map(({ id, author, submission: { attempt }, body, writtenAt, withdrawnAt, mentions }) => {
    const lastMoment = new Date(writtenAt.getTime() + withdrawMinutes * 60_000)
    const mayWithdraw = author.id === user.id && !withdrawnAt && lastMoment > now
    return {
      ...{ id, attempt, author, writtenAt, withdrawnAt },
      stretches: noteStretches(
        body,
        mentions.map((mention) => mention.user),
      ),
      withdrawableUntil: mayWithdraw ? lastMoment : null,
      unread: mentions.some((mention) => mention.user.id === user.id && !mention.readAt),
    }
  })
  return { notes, older: all - rows.length, unread: notes.filter(({ unread }) => unread).length }
}

const person = { select: { id: true, name: true } }
const parts = {
  author: person,
  submission: { select: { attempt: true } },
  mentions: { select: { readAt: true, user: person } },
} as const
