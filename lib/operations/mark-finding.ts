import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const markFindingInput = z.object({ findingId: z.uuid(), note: z.string().trim().max(500) })

/**
 * Puts on record that a person holds a finding for wrong. The finding stays as the check gave it: the mark stands beside it,
 * one at a time, and counts in the figures managers see.
 */
export async function markFinding(
  actor: Actor,
  { findingId, note }: z.infer<typeof markFindingInput>,
): Promise<{ ok: true } | Refused<'already_marked'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const finding = await tx.finding.findUnique({
      where: { id: findingId },
      select: {
        check: true,
        captureId: true,
        capture: { select: { submissionId: true, submission: { select: { caseId: true } } } },
      },
    })
    if (!finding) throw new AppError('NOT_FOUND')
    const { count } = await tx.findingMark.createMany({
      data: [{ findingId, note: note || null, markedById: user.id }],
      skipDuplicates: true,
    })
    if (count === 0) return refused('already_marked', 'Somebody has marked this finding as wrong already.')
    const { check, captureId, capture } = finding
    await recordAuditEvent(tx, actor, {
      type: 'finding.marked',
      caseId: capture.submission.caseId,
      submissionId: capture.submissionId,
      data: { findingId, captureId, check },
    })
    await notifyChange(tx, { type: 'submission', submissionId: capture.submissionId })
    return { ok: true }
  })
}
