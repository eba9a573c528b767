import type { Submission, User } from '#lib/db/generated/client'
import type { Tx } from '#lib/db/transaction'

/** Waiting cases that colleagues have done something with, so that the demo's queue shows each way. */
const standings: Record<string, 'snoozed' | 'escalated' | 'assigned'> = {
  'demo-waiting-2': 'snoozed',
  'demo-waiting-5': 'escalated',
  'demo-waiting-8': 'assigned',
}

/** Snoozes a demo case, escalates it or hands it over, where it is one of those. */
export async function storeStanding(
  tx: Tx,
  externalId: string,
  { id: submissionId }: Submission,
  [first, second]: User[],
): Promise<void> {
  const standing = standings[externalId]
  if (!standing || !first || !second) return
  const tomorrow = new Date(Date.now() + 86_400_000)
  const data = {
    snoozed: { snoozedUntil: tomorrow },
    escalated: { escalatedAt: new Date() },
    assigned: { assignedToId: first.id },
  }[standing]
  await tx.submission.update({ where: { id: submissionId }, data })
  if (standing === 'escalated') {
    const note = 'The print looks newer than the card. Please have a look.'
    await tx.handover.create({ data: { submissionId, fromId: second.id, note } })
  }
  if (standing === 'assigned') {
    const note = 'I know this person; please take it.'
    await tx.handover.create({ data: { submissionId, fromId: second.id, toId: first.id, note } })
  }
}
