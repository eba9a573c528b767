import type { Tx } from './db/transaction.ts'
import { isOpen } from './domain/submission.ts'

/**
 * The colleague whose judgement of this submission the reader must not know yet: it was sampled for a second review that doesn't
 * see the first. Null where there is none; a third reviewer sees both. The one rule behind all that tells what colleagues said of
 * a case.
 */
export async function hiddenReviewer(tx: Tx, readerId: string, submissionId: string): Promise<string | null> {
  return (await hiddenReviewers(tx, readerId, [submissionId])).get(submissionId) ?? null
}

/** The same for many submissions at once; those without one are missing. */
export async function hiddenReviewers(
  tx: Tx,
  readerId: string,
  submissionIds: readonly string[],
): Promise<Map<string, string>> {
  const standing = await tx.review.findMany({
    where: { submissionId: { in: [...submissionIds] }, voidedAt: null },
    select: { submissionId: true, reviewerId: true, blind: true, submission: { select: { status: true } } },
  })
  const bySubmission = Map.groupBy(standing, ({ submissionId }) => submissionId)
  return new Map(
    [...bySubmission].flatMap(([submissionId, [first, second]]) => {
      const isHidden = first?.blind && !second && first.reviewerId !== readerId && isOpen(first.submission.status)
      return isHidden ? [[submissionId, first.reviewerId] as const] : []
    }),
  )
}
