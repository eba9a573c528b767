import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type Colleague, longestNote, mentionedIn, mostMentions } from '#lib/domain/note'
import { rolesWith } from '#lib/domain/permissions'
import { AppError } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const writeNoteInput = z.object({
  submissionId: z.uuid(),
  body: z.string().trim().min(1, { error: 'Write something first' }).max(longestNote),
  /** Who was chosen after an `@`; those whose name is no longer in the text are left out. */
  mentionedIds: z.array(z.uuid()).max(mostMentions),
})

/** Writes a note for colleagues, and tells those it names. Anyone who may review may write; no claim is needed. */
export async function writeNote(
  actor: Actor,
  { submissionId, body, mentionedIds }: z.output<typeof writeNoteInput>,
): Promise<{ ok: true; noteId: string }> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const submission = await tx.submission.findUnique({ where: { id: submissionId }, select: { caseId: true } })
    if (!submission) throw new AppError('NOT_FOUND')
    const { caseId } = submission
    const mentioned = mentionedIn(body, await mayBeMentioned(tx, mentionedIds)).map(({ id }) => id)
    const mentions = { create: mentioned.map((userId) => ({ userId })) }
    const note = await tx.note.create({ data: { caseId, submissionId, authorId: user.id, body, mentions } })
    const data = { noteId: note.id, mentioned }
    await recordAuditEvent(tx, user, { type: 'note.written', caseId, submissionId, data })
    await notifyChange(tx, { type: 'note', submissionId })
    for (const userId of mentioned) await notifyChange(tx, { type: 'mention', submissionId, userId })
    return { ok: true, noteId: note.id }
  })
}

/** Colleagues who may open the case: telling others of it would be a link to a closed door. */
function mayBeMentioned(tx: Tx, ids: readonly string[]): Promise<Colleague[]> {
  const role = { in: rolesWith('submission:review') }
  return tx.user.findMany({ where: { id: { in: [...ids] }, role, disabledAt: null }, select: { id: true, name: true } })
}
