import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const unmarkFindingInput = z.object({ findingId: z.uuid() })

/** Takes back one's own word that a finding is wrong. The row stays, marked with who and when. */
export async function unmarkFinding(
  actor: Actor,
  { findingId }: z.infer<typeof unmarkFindingInput>,
): Promise<{ ok: true } | Refused<'not_yours'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const { count } = await tx.findingMark.updateMany({
      where: { findingId, markedById: user.id, removedAt: null },
      data: { removedById: user.id, removedAt: await databaseNow(tx) },
    })
    if (count === 0) return refused('not_yours', 'Only who marked a finding can take the mark back, and only once.')
    const { check, captureId, capture } = await tx.finding.findUniqueOrThrow({
      where: { id: findingId },
      select: {
        check: true,
        captureId: true,
        capture: { select: { submissionId: true, submission: { select: { caseId: true } } } },
      },
    })
    await recordAuditEvent(tx, actor, {
      type: 'finding.unmarked',
      caseId: capture.submission.caseId,
      submissionId: capture.submissionId,
      data: { findingId, captureId, check },
    })
    await notifyChange(tx, { type: 'submission', submissionId: capture.submissionId })
    return { ok: true }
  })
}
