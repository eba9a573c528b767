import type { ReviewVoiding, Submission } from '#lib/db/generated/client'
import type { Tx } from '#lib/db/transaction'
import type { UserActor } from '#lib/domain/actor'
import type { StandingReview, Verdict } from '#lib/domain/second-review'
import type { DecideSubmissionInput } from '../decide-submission.ts'
import { recordAuditEvent, recordVoidedReviews } from '../record-audit-event.ts'
import type { OpenJudgement } from './open-judgement.ts'

/**
 * Keeps one's judgement with the evidence it was given on. Where it waits for another person the audit event says that, and not
 * what it was: the other may have to judge without knowing.
 */
export async function recordReview(
  tx: Tx,
  user: UserActor,
  { submission, hash, now, outdated }: OpenJudgement,
  { outcome, reasons, note, checklist = [] }: DecideSubmissionInput,
  said: Verdict<StandingReview>,
  firstId: string | undefined,
): Promise<string> {
  const { id: submissionId, caseId, currentCheckRunId } = submission
  await voidReviews(tx, user, submission, outdated, 'evidence_changed', now)
  const { id } = await tx.review.create({
    data: {
      submissionId,
      reviewerId: user.id,
      reviewedAt: now,
      outcome,
      reasons,
      checklist,
      note: note || null,
      evidence: hash,
      checkRunId: currentCheckRunId,
      blind: said.step === 'wait' && said.blind,
      secondToId: said.agrees === null ? null : (firstId ?? null),
      agrees: said.agrees,
    },
  })
  if (said.step === 'wait') {
    await recordAuditEvent(tx, user, { type: 'submission.reviewed', caseId, submissionId, data: { reviewId: id } })
  }
  return id
}

/** Puts reviews aside; they stay on record, with why. */
export async function voidReviews(
  tx: Tx,
  user: UserActor,
  { id: submissionId, caseId }: Submission,
  reviews: readonly { id: string }[],
  cause: ReviewVoiding,
  now: Date,
): Promise<void> {
  if (reviews.length === 0) return
  const ids = reviews.map(({ id }) => id)
  await tx.review.updateMany({ where: { id: { in: ids } }, data: { voidedAt: now, voidedFor: cause } })
  await recordVoidedReviews(tx, user, { caseId, submissionId }, ids, cause)
}
