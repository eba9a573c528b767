import { linkUrl } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import { lockSubmission } from '#lib/db/lock-submission'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
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
  const due = await withTransaction((tx) => messageToSend(tx, decisionId))
  if (!due) return
  const { message, linkId } = due
  await sendMail({
    to: message.recipient,
    subject: message.subject,
    text: linkId ? message.body.replaceAll(linkPlaceholder, linkUrl(linkId)) : message.body,
    language: message.locale,
  })
  await settle(message.id, 'sent')
}

/** After the last try: the message is marked, so that an admin sees what never left. */
export async function giveUpNotifying({ decisionId }: { decisionId: string }): Promise<void> {
  const message = await db().message.findFirst({ where: { decisionId, status: 'queued' } })
  if (message) await settle(message.id, 'failed')
}

/** What is left to tell, with the link that goes with it; null where nothing is. Locked, so that an undo under way ends first. */
async function messageToSend(tx: Tx, decisionId: string) {
  const decision = await tx.decision.findUnique({ where: { id: decisionId } })
  if (!decision) return null
  await lockSubmission(tx, decision.submissionId)
  const message = await tx.message.findFirst({
    where: { decisionId, status: 'queued', decision: { undoneAt: null, replacedAt: null } },
  })
  if (!message) return null
  const asksAgain = decision.outcome === 'resubmission_requested'
  return { message, linkId: asksAgain ? await linkFor(tx, decision.submissionId) : null }
}

/** The submission's link; sending the same message again carries the same one. */
async function linkFor(tx: Tx, submissionId: string): Promise<string> {
  const now = await databaseNow(tx)
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
}

async function settle(messageId: string, status: 'sent' | 'failed'): Promise<void> {
  await withTransaction(async (tx) => {
    const { caseId, submissionId } = await tx.message.update({
      where: { id: messageId },
      data: { status, sentAt: status === 'sent' ? await databaseNow(tx) : null },
    })
    await recordAuditEvent(tx, system, { type: `message.${status}`, caseId, submissionId, data: { messageId } })
    await notifyChange(tx, { type: 'message', submissionId })
  })
}
