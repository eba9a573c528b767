import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { linkUrl } from '#lib/credentials/link-token'
import { lockSubmission } from '#lib/db/lock-submission'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { policySchema } from '#lib/domain/policy'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const issueResubmissionLinkInput = z.object({ submissionId: z.uuid() })

/**
 * A new link for a customer who lost theirs. Earlier links of the submission end with it: one way in at a time. Refused while the
 * decision can still be undone, since nothing leaves the house before.
 */
export async function issueResubmissionLink(
  actor: Actor,
  { submissionId }: z.infer<typeof issueResubmissionLinkInput>,
): Promise<{ ok: true; url: string; expiresAt: Date } | Refused<'not_waiting' | 'still_undoable'>> {
  authorise(actor, 'link:issue')
  return withTransaction(async (tx) => {
    await lockSubmission(tx, submissionId)
    const submission = await tx.submission.findUnique({
      where: { id: submissionId },
      include: { policy: true, decisions: { where: { undoneAt: null, replacedAt: null } } },
    })
    if (!submission) throw new AppError('NOT_FOUND')
    if (submission.status !== 'resubmission_requested') {
      return refused('not_waiting', 'No new photo is asked for in this case right now.')
    }
    const now = await databaseNow(tx)
    if (submission.decisions.some(({ effectiveAt }) => effectiveAt > now)) {
      return refused('still_undoable', 'This was decided a moment ago and can still be undone. Wait until it is told.')
    }
    await tx.resubmissionLink.updateMany({ where: { submissionId, usedAt: null }, data: { expiresAt: now } })
    const { linkDays } = policySchema.parse(submission.policy.body)
    const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
    const { caseId } = submission
    const link = await tx.resubmissionLink.create({ data: { caseId, submissionId, expiresAt } })
    await recordAuditEvent(tx, actor, { type: 'link.issued', caseId, submissionId, data: { linkId: link.id } })
    return { ok: true, url: linkUrl(link.id), expiresAt }
  })
}
