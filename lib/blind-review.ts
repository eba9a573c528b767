import type { Tx } from './db/transaction.ts'
import { isOpen } from './domain/submission.ts'

/**
 * The colleague whose judgement of this submission the reader must not know yet: it was sampled for a second review that doesn't
 * see the first. Null where there is none; a third reviewer sees both. The one rule behind all that tells what colleagues said of
 * a case.
 */
export async function hiddenReviewer(tx: Tx, readerId: string, submissionId: string): Promise<string | null> {
  const standing = await tx.review.findMany({
    where: { submissionId, voidedAt: null },
    select: { reviewerId: true, blind: true, submission: { select: { status: true } } },
    take: 2,
  })
  const [first, second] = standing
  const isHidden = first?.blind && !second && first.reviewerId !== readerId && isOpen(first.submission.status)
  return isHidden ? first.reviewerId : null
}
