import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { linkUrl } from '#lib/credentials/link-token'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { policySchema } from '#lib/domain/policy'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const issueResubmissionLinkInput = z.object({ submissionId: z.uuid() })

/** A new link for a customer who lost theirs. Earlier links of the submission end with it: one way in at a time. */
export async function issueResubmissionLink(
  actor: Actor,
  { submissionId }: z.infer<typeof issueResubmissionLinkInput>,
): Promise<{ ok: true; url: string; expiresAt: Date } | Refused<'not_waiting'>> {
  authorise(actor, 'link:issue')
  return withTransaction(async (tx) => {
    const submission = await tx.submission.findUnique({ where: { id: submissionId }, include: { policy: true } })
    if (!submission) throw new AppError('NOT_FOUND')
    if (submission.status !== 'resubmission_requested') {
      return refused('not_waiting', 'No new photo is asked for in this case right now.')
    }
    const now = new Date()
    await tx.resubmissionLink.updateMany({ where: { submissionId, usedAt: null }, data: { expiresAt: now } })
    const { linkDays } = policySchema.parse(submission.policy.body)
    const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
    const { caseId } = submission
    const link = await tx.resubmissionLink.create({ data: { caseId, submissionId, expiresAt } })
    await recordAuditEvent(tx, actor, { type: 'link.issued', caseId, submissionId, data: { linkId: link.id } })
    return { ok: true, url: linkUrl(link.id), expiresAt }
  })
}
