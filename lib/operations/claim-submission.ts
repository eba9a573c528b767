import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { giveBackClaims, takeClaim } from '#lib/claims'
import { db } from '#lib/db/client'
import { notifyChange } from '#lib/db/notify'
import { type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor, UserActor } from '#lib/domain/actor'
import { captureKinds } from '#lib/domain/capture'
import { AppError, type Refused, refused } from '#lib/errors'
import { mayReview } from '#lib/standing-reviews'
import { nextCandidate } from './claim-submission/next-candidate.ts'
import { recordAuditEvent, recordReleases } from './record-audit-event.ts'

export const claimSubmissionInput = z.object({ submissionId: z.uuid() })

type Claimed = { ok: true; submissionId: string; expiresAt: Date }

/** Takes the lease on a submission, or renews one's own. Refused where somebody else holds it or it can't be reviewed. */
export async function claimSubmission(
  actor: Actor,
  { submissionId }: z.infer<typeof claimSubmissionInput>,
): Promise<Claimed | Refused<'not_takeable' | 'reviewed_before'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const claim = await takeClaim(tx, submissionId, user.id)
    if (!claim) return notTakeable(tx, user, submissionId)
    if (!claim.renewed) await recordClaim(tx, actor, submissionId)
    return { ok: true, submissionId, expiresAt: claim.expiresAt }
  })
}

async function notTakeable(tx: Tx, { id }: UserActor, submissionId: string) {
  return (await mayReview(tx, submissionId, id))
    ? refused('not_takeable', 'Somebody else holds this submission, or it has been decided.')
    : refused('reviewed_before', 'You have reviewed this submission. The next word is somebody else’s.')
}

export const takeNextInput = z.object({ exceptId: z.uuid().optional() })

/** Losing a candidate to a colleague means that they have moved on; so many in a row means that something else is wrong. */
const maxLost = 50

/**
 * The most urgent submission for this reviewer, under a lease. What they held before goes back to the queue, once there is
 * something else: one person has one submission in hand.
 */
export async function takeNext(
  actor: Actor,
  { exceptId }: z.infer<typeof takeNextInput>,
): Promise<Claimed | Refused<'queue_empty'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const taken = await takeCandidate(tx, user, exceptId ?? null)
    if (!taken) return refused('queue_empty', 'Nothing else is waiting that nobody holds.')
    await recordReleases(tx, user, await giveBackClaims(tx, user.id, taken.submissionId))
    await recordClaim(tx, actor, taken.submissionId)
    return { ok: true, ...taken }
  })
}

export interface LikelyNext {
  submissionId: string
  captureIds: string[]
}

/** What `takeNext` would most likely give, so that a browser can fetch it ahead. Claims nothing and locks nothing. */
export async function peekNext(actor: Actor, { exceptId }: z.infer<typeof takeNextInput>): Promise<LikelyNext | null> {
  const user = authorise(actor, 'submission:review')
  const submissionId = await nextCandidate(db(), user.id, exceptId ?? null, { lock: false })
  if (!submissionId) return null
  const captures = await db().capture.findMany({ where: { submissionId }, select: { id: true, kind: true } })
  const inOrder = captures.toSorted((a, b) => captureKinds.indexOf(a.kind) - captureKinds.indexOf(b.kind))
  return { submissionId, captureIds: inOrder.map(({ id }) => id) }
}

/** A colleague's claim may have been committed between the look and the lock: the claim itself is the judge, then we look again. */
async function takeCandidate(
  tx: Tx,
  user: UserActor,
  exceptId: string | null,
): Promise<{ submissionId: string; expiresAt: Date } | null> {
  for (let lost = 0; lost < maxLost; lost++) {
    const submissionId = await nextCandidate(tx, user.id, exceptId)
    if (!submissionId) return null
    const claim = await takeClaim(tx, submissionId, user.id)
    if (claim) return { submissionId, expiresAt: claim.expiresAt }
  }
  throw new AppError('CONFLICT')
}

async function recordClaim(tx: Tx, actor: Actor, submissionId: string): Promise<void> {
  const { caseId } = await tx.submission.findUniqueOrThrow({ where: { id: submissionId }, select: { caseId: true } })
  await recordAuditEvent(tx, actor, { type: 'submission.claimed', caseId, submissionId })
  await notifyChange(tx, { type: 'submission', submissionId })
}
