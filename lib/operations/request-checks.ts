import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { statusesAllowing } from '#lib/domain/submission'
import { enqueue } from '#lib/jobs/queue'
import { recordAuditEvent } from './record-audit-event.ts'

export const requestChecksInput = z.object({ submissionIds: z.array(z.uuid()).min(1).max(200) })

/**
 * Has the checks run again on stored submissions: one from the review page, a selection from the queue. Those already
 * decided are left out; `queued` says how many will run.
 */
export async function requestChecks(
  actor: Actor,
  { submissionIds }: z.infer<typeof requestChecksInput>,
): Promise<{ ok: true; queued: number }> {
  const user = authorise(actor, 'submission:check')
  const queued = await withTransaction(async (tx) => {
    const open = await tx.submission.updateManyAndReturn({
      where: { id: { in: submissionIds }, status: { in: statusesAllowing({ type: 'checks_started' }) } },
      data: { status: 'checking' },
      select: { id: true, caseId: true },
    })
    for (const { id: submissionId, caseId } of open) {
      await recordAuditEvent(tx, actor, { type: 'submission.check_requested', caseId, submissionId })
      await enqueue(tx, 'check-submission', { submissionId, requestedById: user.id })
      await notifyChange(tx, { type: 'submission', submissionId })
    }
    return open.length
  })
  return { ok: true, queued }
}
