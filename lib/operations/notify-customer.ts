import { linkUrl } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import { notifyChange } from '#lib/db/notify'
import { withTransaction } from '#lib/db/transaction'
import { system } from '#lib/domain/actor'
import { linkPlaceholder } from '#lib/domain/message'
import { policySchema } from '#lib/domain/policy'
import { sendMail } from '#lib/mail/mailer'
import { recordAuditEvent } from './record-audit-event.ts'

/**
 * Sends what was decided, with the customer's link where a new photo is asked for. Called at least once per decision: one
 * that was undone, replaced or has been told already is left alone. Throws where sending failed, so that the job is tried again.
 */
export async function notifyCustomer({ decisionId }: { decisionId: string }): Promise<void> {
  const message = await db().message.findFirst({ where: { decisionId, status: 'queued' } })
  const decision = await db().decision.findUnique({ where: { id: decisionId } })
  if (!message || !decision || decision.undoneAt || decision.replacedAt) return

  const link = decision.outcome === 'resubmission_requested' ? await linkFor(message.submissionId) : null
  await sendMail({
    to: message.recipient,
    subject: message.subject,
    text: link ? message.body.replaceAll(linkPlaceholder, linkUrl(link)) : message.body,
    language: message.locale,
  })
  await settle(message.id, 'sent')
}

/** After the last try: the message is marked, so that an admin sees what never left. */
export async function giveUpNotifying({ decisionId }: { decisionId: string }): Promise<void> {
  const message = await db().message.findFirst({ where: { decisionId, status: 'queued' } })
  if (message) await settle(message.id, 'failed')
}

/** The submission's link; sending the same message again carries the same one. */
async function linkFor(submissionId: string): Promise<string> {
  return withTransaction(async (tx) => {
    const now = new Date()
    const valid = await tx.resubmissionLink.findFirst({ where: { submissionId, usedAt: null, expiresAt: { gt: now } } })
    if (valid) return valid.id
    const { caseId, policy } = await tx.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { policy: true },
    })
    const { linkDays } = policySchema.parse(policy.body)
    const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
    const link = await tx.resubmissionLink.create({ data: { caseId, submissionId, expiresAt } })
    await recordAuditEvent(tx, system, { type: 'link.issued', caseId, submissionId, data: { linkId: link.id } })
    return link.id
  })
}

async function settle(messageId: string, status: 'sent' | 'failed'): Promise<void> {
  await withTransaction(async (tx) => {
    const { caseId, submissionId } = await tx.message.update({
      where: { id: messageId },
      data: { status, sentAt: status === 'sent' ? new Date() : null },
    })
    await recordAuditEvent(tx, system, { type: `message.${status}`, caseId, submissionId, data: { messageId } })
    await notifyChange(tx, { type: 'message', submissionId })
  })
}
