import type { Tx } from '#lib/db/transaction'
import type { UserActor } from '#lib/domain/actor'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import { enqueue } from '#lib/jobs/queue'
import { recordAuditEvent } from '../record-audit-event.ts'
import type { composeMessage } from './compose-message.ts'
import type { OpenJudgement } from './open-judgement.ts'

interface Decisive {
  /** The review that becomes the decision. */
  id: string
  outcome: Outcome
  reasons: readonly ChosenReason[]
  note: string | null
  reviewerId: string
  message: Awaited<ReturnType<typeof composeMessage>>
  /** Null where it leaves at once. */
  undoUntil: Date | null
}

/**
 * A review becomes the decision: with its message kept exactly as it was previewed, so that a wording saved afterwards doesn't
 * change it, and with the job that sends it once nobody can undo it any more.
 */
export async function recordDecision(
  tx: Tx,
  user: UserActor,
  { submission, now, replaced }: OpenJudgement,
  { id: reviewId, outcome, reasons, note, reviewerId: decidedById, message, undoUntil }: Decisive,
): Promise<string> {
  const { id: submissionId, caseId, captures, currentCheckRunId } = submission
  const captureIdOf = new Map(captures.map(({ id, kind }) => [kind, id]))
  const decision = await tx.decision.create({
    data: {
      submissionId,
      outcome,
      decidedById,
      decidedAt: now,
      effectiveAt: undoUntil ?? now,
      note: note || null,
      checkRunId: currentCheckRunId,
      amendsId: replaced?.id ?? null,
      reviewId,
      reasons: {
        create: reasons.map(({ code, capture, region }, position) => ({
          code,
          captureId: capture ? (captureIdOf.get(capture) ?? null) : null,
          position,
          ...(region && { region }),
        })),
      },
    },
  })
  await tx.message.create({ data: { caseId, submissionId, decisionId: decision.id, ...message } })
  await recordAuditEvent(tx, user, {
    type: 'submission.decided',
    caseId,
    submissionId,
    data: {
      decisionId: decision.id,
      outcome,
      reasons: reasons.map(({ code, capture }) => ({ code, capture })),
      ...(replaced && { amends: replaced.id }),
    },
  })
  // By the same instant that ends the undo window: counted from the start of this transaction, the job could come before it.
  await enqueue(tx, 'notify-customer', { decisionId: decision.id }, undoUntil ? { startAfter: undoUntil } : {})
  return decision.id
}
