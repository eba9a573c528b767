import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

export const releaseClaimInput = z.object({ submissionId: z.uuid() })

/** Gives one's own lease back; nothing happens where one holds none. */
export async function releaseClaim(
  actor: Actor,
  { submissionId }: z.infer<typeof releaseClaimInput>,
): Promise<{ ok: true }> {
  const user = authorise(actor, 'submission:review')
  await withTransaction(async (tx) => {
    const { count } = await tx.claim.deleteMany({ where: { submissionId, userId: user.id } })
    if (count === 0) return
    const { caseId } = await tx.submission.findUniqueOrThrow({ where: { id: submissionId }, select: { caseId: true } })
    await recordAuditEvent(tx, actor, { type: 'submission.released', caseId, submissionId })
    await notifyChange(tx, { type: 'submission', submissionId })
  })
  return { ok: true }
}
