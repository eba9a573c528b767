import { lockSubmission } from '#lib/db/lock-submission'
import { databaseNow, type Tx } from '#lib/db/transaction'
import type { UserActor } from '#lib/domain/actor'
import { policySchema } from '#lib/domain/policy'
import { AppError } from '#lib/errors'
import { currentEvidence, evidenceHash } from '#lib/evidence'
import { mayReview, standingReviews } from '#lib/standing-reviews'
import type { DecideSubmissionInput } from '../decide-submission.ts'

/**
 * All a judgement is held against, read under a lock on the submission: what happens next happens to exactly this. A first review on
 * other evidence than there is now does not count, whoever changed it; `outdated` lists those.
 */
export async function openJudgement(tx: Tx, user: UserActor, { submissionId, amends }: DecideSubmissionInput) {
  if (!(await lockSubmission(tx, submissionId))) throw new AppError('NOT_FOUND')
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: {
      policy: { select: { body: true } },
      captures: { select: { id: true, kind: true } },
      decisions: {
        where: { undoneAt: null, replacedAt: null },
        include: { decidedBy: { select: { name: true } } },
      },
      claim: { select: { userId: true, expiresAt: true } },
      _count: { select: { reopenings: true } },
    },
  })
  const evidence = await currentEvidence(tx, submissionId)
  const hash = evidenceHash(evidence)
  const reviews = await standingReviews(tx, submissionId)
  const [decision = null] = submission.decisions
  const standing = decision ? reviews : reviews.filter((review) => review.evidence === hash)
  return {
    submission,
    policy: policySchema.parse(submission.policy.body),
    evidence,
    hash,
    standing,
    outdated: reviews.filter((review) => !standing.includes(review)),
    decision,
    /** The decision to be amended, where it is the one that stands. */
    replaced: amends && decision?.id === amends ? decision : null,
    mayReview: await mayReview(tx, submissionId, user.id),
    now: await databaseNow(tx),
  }
}
export type OpenJudgement = Awaited<ReturnType<typeof openJudgement>>
