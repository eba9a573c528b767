import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { withdrawMinutes } from '#lib/domain/note'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const withdrawNoteInput = z.object({ noteId: z.uuid() })

interface NoteRow {
  caseId: string
  submissionId: string
}

/** Empties one's own note while it is fresh. That there was one stays, and so does the event; time is the database's. */
export async function withdrawNote(
  actor: Actor,
  { noteId }: z.output<typeof withdrawNoteInput>,
): Promise<{ ok: true } | Refused<'too_late'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const [note] = await tx.$queryRaw<NoteRow[]>`
      UPDATE notes SET body = '', withdrawn_at = clock_timestamp()
      WHERE id = ${noteId}::uuid AND author_id = ${user.id}::uuid AND withdrawn_at IS NULL
        AND written_at > clock_timestamp() - make_interval(mins => ${withdrawMinutes})
      RETURNING case_id AS "caseId", submission_id AS "submissionId"`
    if (!note) return refused('too_late', `A note can be withdrawn by its author within ${withdrawMinutes} minutes.`)
    const mentions = await tx.mention.findMany({ where: { noteId }, select: { userId: true } })
    await tx.mention.deleteMany({ where: { noteId } })
    await recordAuditEvent(tx, user, { type: 'note.withdrawn', ...note, data: { noteId } })
    await notifyChange(tx, { type: 'note', submissionId: note.submissionId })
    for (const { userId } of mentions) {
      await notifyChange(tx, { type: 'mention', submissionId: note.submissionId, userId })
    }
    return { ok: true }
  })
}
