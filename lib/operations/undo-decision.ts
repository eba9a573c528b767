import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { claimSeconds } from '#lib/domain/claim'
import { next } from '#lib/domain/submission'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const undoDecisionInput = z.object({ decisionId: z.uuid() })

/** Takes one's own decision back before anything left the house, and puts the submission back into one's hands. */
export async function undoDecision(
  actor: Actor,
  { decisionId }: z.infer<typeof undoDecisionInput>,
): Promise<{ ok: true; submissionId: string } | Refused<'too_late'>> {
  const user = authorise(actor, 'submission:decide')
  return withTransaction(async (tx) => {
    const now = await databaseNow(tx)
    const { count } = await tx.decision.updateMany({
      where: { id: decisionId, decidedById: user.id, undoneAt: null, effectiveAt: { gt: now } },
      data: { undoneAt: now },
    })
    if (count === 0) return refused('too_late', 'The message is on its way: this can no longer be undone.')
    const { submission } = await tx.decision.findUniqueOrThrow({
      where: { id: decisionId },
      include: { submission: true },
    })
    const status = next(submission.status, {
      type: 'decision_undone',
      checksFailed: submission.currentCheckRunId === null,
    })
    if (!status) throw new AppError('CONFLICT')
    await tx.submission.update({ where: { id: submission.id }, data: { status, decidedAt: null } })
    await tx.message.updateMany({ where: { decisionId, status: 'queued' }, data: { status: 'cancelled' } })
    const expiresAt = new Date(now.getTime() + claimSeconds * 1000)
    await tx.claim.upsert({
      where: { submissionId: submission.id },
      create: { submissionId: submission.id, userId: user.id, claimedAt: now, expiresAt },
      update: { userId: user.id, claimedAt: now, expiresAt },
    })
    await recordAuditEvent(tx, actor, {
      type: 'decision.undone',
      caseId: submission.caseId,
      submissionId: submission.id,
      data: { decisionId },
    })
    await notifyChange(tx, { type: 'submission', submissionId: submission.id })
    return { ok: true, submissionId: submission.id }
  })
}
