import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { takeClaim } from '#lib/claims'
import type { Decision, Review } from '#lib/db/generated/client'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { policySchema } from '#lib/domain/policy'
import { next } from '#lib/domain/submission'
import { AppError, type Refused, refused } from '#lib/errors'
import { enqueue } from '#lib/jobs/queue'
import { recordAuditEvent } from './record-audit-event.ts'

export const undoDecisionInput = z.object({ reviewId: z.uuid() })

/**
 * Takes one's own judgement back, with the decision it became, before anything left the house: what it had put aside counts again,
 * and the submission is back in one's hands, unless a colleague has taken it up, or decided as it was before an amendment.
 */
export async function undoDecision(
  actor: Actor,
  { reviewId }: z.infer<typeof undoDecisionInput>,
): Promise<{ ok: true; submissionId: string } | Refused<'too_late'>> {
  const user = authorise(actor, 'submission:decide')
  return withTransaction(async (tx) => {
    const undone = await undoReview(tx, reviewId, user.id)
    if (!undone)
      return refused('too_late', 'The message is on its way, or somebody has gone on from here: too late to undo.')
    const { review, decision } = undone
    const submission = await tx.submission.findUniqueOrThrow({ where: { id: review.submissionId } })
    const amended = decision?.amendsId ? await restoreDecision(tx, decision.amendsId) : undefined
    const firstStands = await restoreReviews(tx, review)
    const checksFailed = submission.currentCheckRunId === null
    const status = next(submission.status, { type: 'undone', checksFailed, firstStands, amended: amended?.outcome })
    if (!status) throw new AppError('CONFLICT')
    const decidedAt = amended?.decidedAt ?? null
    await tx.submission.update({ where: { id: submission.id }, data: { status, decidedAt } })
    // Not where a colleague has taken it up meanwhile: theirs is not to be taken away.
    if (!amended) await takeClaim(tx, submission.id, user.id)
    await recordAuditEvent(tx, actor, {
      type: decision ? 'decision.undone' : 'review.voided',
      caseId: submission.caseId,
      submissionId: submission.id,
      data: decision ? { decisionId: decision.id } : { reviewId, cause: 'undone' },
    })
    await notifyChange(tx, { type: 'submission', submissionId: submission.id })
    return { ok: true, submissionId: submission.id }
  })
}

/** Voids the review, and marks its decision, while the window is open and nobody has reviewed after it; else null. */
async function undoReview(tx: Tx, id: string, reviewerId: string) {
  await tx.$queryRaw`
    SELECT s.id FROM submissions s JOIN reviews r ON r.submission_id = s.id WHERE r.id = ${id}::uuid FOR NO KEY UPDATE OF s`
  const now = await databaseNow(tx)
  const review = await tx.review.findFirst({
    where: { id, reviewerId, voidedAt: null },
    include: {
      decisions: { where: { undoneAt: null, replacedAt: null } },
      submission: {
        select: { status: true, policy: { select: { body: true } }, reviews: { where: { voidedAt: null } } },
      },
    },
  })
  if (!review || review.submission.reviews.some(({ reviewedAt }) => reviewedAt > review.reviewedAt)) return null
  const [decision = null] = review.decisions
  const { undoSeconds } = policySchema.parse(review.submission.policy.body)
  const until = decision?.effectiveAt ?? new Date(review.reviewedAt.getTime() + undoSeconds * 1000)
  if (until <= now) return null
  await tx.review.update({ where: { id }, data: { voidedAt: now, voidedFor: 'undone' } })
  if (decision) {
    await tx.decision.update({ where: { id: decision.id }, data: { undoneAt: now } })
    await tx.message.updateMany({
      where: { decisionId: decision.id, status: 'queued' },
      data: { status: 'cancelled' },
    })
  }
  return { review, decision }
}

/** The decision an undone amendment had replaced stands again; if its message had not left yet, it still has to. */
async function restoreDecision(tx: Tx, id: string): Promise<Decision> {
  const decision = await tx.decision.update({ where: { id }, data: { replacedAt: null } })
  const { count } = await tx.message.updateMany({
    where: { decisionId: id, status: { in: ['queued', 'cancelled'] } },
    data: { status: 'queued' },
  })
  if (count > 0) await enqueue(tx, 'notify-customer', { decisionId: id })
  return decision
}

/** What the review had put aside when it was given counts again. True where another review stands now. */
async function restoreReviews(tx: Tx, { submissionId, reviewedAt }: Review): Promise<boolean> {
  await tx.review.updateMany({
    where: { submissionId, voidedAt: reviewedAt, voidedFor: { in: ['reasons_changed', 'amended'] } },
    data: { voidedAt: null, voidedFor: null },
  })
  return (await tx.review.count({ where: { submissionId, voidedAt: null } })) > 0
}
