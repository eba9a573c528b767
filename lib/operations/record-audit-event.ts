import { notifyChange } from '#lib/db/notify'
import type { Tx } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import type { AuditEntry } from '#lib/domain/audit-event'

/** Appends one event, in the transaction of what it tells about: neither exists without the other. */
export async function recordAuditEvent(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      type: entry.type,
      actorKind: actor.kind,
      actorId: actorIdOf(actor),
      caseId: entry.caseId ?? null,
      submissionId: entry.submissionId ?? null,
      data: entry.data ?? {},
    },
  })
}

/** One event for each review that no longer counts, with why. */
export async function recordVoidedReviews(
  tx: Tx,
  actor: Actor,
  { caseId, submissionId }: { caseId: string; submissionId: string },
  reviewIds: readonly string[],
  cause: string,
): Promise<void> {
  for (const reviewId of reviewIds)
    await recordAuditEvent(tx, actor, { type: 'review.voided', caseId, submissionId, data: { reviewId, cause } })
}

/** One event for each submission that went back to the queue; open screens are told. */
export async function recordReleases(
  tx: Tx,
  actor: Actor,
  released: readonly { submissionId: string; caseId: string }[],
): Promise<void> {
  for (const { submissionId, caseId } of released) {
    await recordAuditEvent(tx, actor, { type: 'submission.released', caseId, submissionId })
    await notifyChange(tx, { type: 'submission', submissionId })
  }
}

function actorIdOf(actor: Actor): string | null {
  if (actor.kind === 'system') return null
  return actor.kind === 'customer' ? actor.linkId : actor.id
}
