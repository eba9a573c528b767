import { authorise } from '#lib/authorise'
import { hiddenReviewer } from '#lib/blind-review'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'

/** Where a submission stands between colleagues: whose it is, until when it sleeps, and what was said when it was passed on. */
export interface SubmissionStanding {
  assignedTo: string | null
  assignedToMe: boolean
  snoozedUntil: Date | null
  escalated: boolean
  /** The last time it was handed over or escalated, if it was. */
  handover: { from: string; note: string; at: Date } | null
}

/**
 * Whose a submission is to be, until when it is snoozed, and why it was passed on; null where there is none. What a colleague said
 * whose judgement the reader must not know yet is left out.
 */
export async function submissionStanding(actor: Actor, submissionId: string): Promise<SubmissionStanding | null> {
  const user = authorise(actor, 'submission:review')
  const submission = await db().submission.findUnique({
    where: { id: submissionId },
    select: {
      snoozedUntil: true,
      escalatedAt: true,
      assignedTo: { select: { id: true, name: true } },
      handovers: { orderBy: { at: 'desc' }, take: 1, include: { from: { select: { name: true } } } },
    },
  })
  if (!submission) return null
  const hidden = await hiddenReviewer(db(), user.id, submissionId)
  const { snoozedUntil, escalatedAt, assignedTo, handovers } = submission
  const [last] = handovers
  return {
    assignedTo: assignedTo?.name ?? null,
    assignedToMe: assignedTo?.id === user.id,
    snoozedUntil,
    escalated: escalatedAt !== null,
    handover: last && last.fromId !== hidden ? { from: last.from.name, note: last.note, at: last.at } : null,
  }
}
