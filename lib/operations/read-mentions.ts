import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'

/** Of one case, or of all of them where `caseId` is null. */
export const readMentionsInput = z.object({ caseId: z.uuid().nullable() })

/** Marks the notes that name the reader as read. Concerns nobody else, so no event and no word to other screens. */
export async function readMentions(
  actor: Actor,
  { caseId }: z.output<typeof readMentionsInput>,
): Promise<{ ok: true; read: number }> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const read = await tx.$executeRaw`
      UPDATE mentions SET read_at = clock_timestamp() FROM notes
      WHERE notes.id = mentions.note_id AND mentions.user_id = ${user.id}::uuid AND mentions.read_at IS NULL
        AND (${caseId}::uuid IS NULL OR notes.case_id = ${caseId}::uuid)`
    return { ok: true, read }
  })
}
