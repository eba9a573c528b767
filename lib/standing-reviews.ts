import type { Tx } from './db/transaction.ts'
import type { ChosenReason } from './domain/decision.ts'
import { next } from './domain/submission.ts'
import { currentEvidence, evidenceHash } from './evidence.ts'

/** The reviews that count now, the first one first, with who gave them. */
export async function standingReviews(tx: Tx, submissionId: string) {
  const rows = await tx.review.findMany({
    where: { submissionId, voidedAt: null },
    orderBy: { reviewedAt: 'asc' },
    include: { reviewer: { select: { name: true } } },
  })
  return rows.map((row) => ({ ...row, reasons: row.reasons as ChosenReason[] }))
}

/**
 * Puts aside reviews given on other evidence than there is now; a submission that waited for a second one is then back in the queue.
 * Called, in the same transaction, by whatever changes evidence of a submission nobody has decided. Answers with their ids, for
 * the audit log, and how many still stand.
 */
export async function voidOutdatedReviews(
  tx: Tx,
  submissionId: string,
  now: Date,
): Promise<{ voided: string[]; left: number }> {
  const standing = await standingReviews(tx, submissionId)
  if (standing.length === 0) return { voided: [], left: 0 }
  const current = evidenceHash(await currentEvidence(tx, submissionId))
  const voided = standing.filter(({ evidence }) => evidence !== current).map(({ id }) => id)
  const left = standing.length - voided.length
  await tx.review.updateMany({ where: { id: { in: voided } }, data: { voidedAt: now, voidedFor: 'evidence_changed' } })
  if (left === 0) {
    await tx.submission.updateMany({
      where: { id: submissionId, status: 'second_review' },
      data: { status: next('second_review', { type: 'review_voided' })! },
    })
  }
  return { voided, left }
}

/** Whether a person may have a say: see the function `may_review` in the migration `second_review`. */
export async function mayReview(tx: Tx, submissionId: string, userId: string): Promise<boolean> {
  return (await reviewableBy(tx, [submissionId], userId)).length > 0
}

/** Those of these submissions that a person may have a say on. */
export async function reviewableBy(tx: Tx, submissionIds: readonly string[], userId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${[...submissionIds]}::uuid[]) id WHERE may_review(id, ${userId}::uuid)`
  return rows.map(({ id }) => id)
}
