import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { notifyChange } from '#lib/db/notify'
import { type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor, UserActor } from '#lib/domain/actor'
import { captureKinds } from '#lib/domain/capture'
import { claimSeconds } from '#lib/domain/claim'
import { AppError, type Refused, refused } from '#lib/errors'
import { mayReview } from '#lib/standing-reviews'
import { nextCandidate } from './claim-submission/next-candidate.ts'
import { recordAuditEvent } from './record-audit-event.ts'

export const claimSubmissionInput = z.object({ submissionId: z.uuid() })

type Claimed = { ok: true; submissionId: string; expiresAt: Date }
type ClaimRow = { submission_id: string; expires_at: Date; renewed: boolean }

/** Takes the lease on a submission, or renews one's own. Refused where somebody else holds it or it can't be reviewed. */
export async function claimSubmission(
  actor: Actor,
  { submissionId }: z.infer<typeof claimSubmissionInput>,
): Promise<Claimed | Refused<'not_takeable' | 'reviewed_before'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const rows = await tx.$queryRaw<ClaimRow[]>`
      INSERT INTO claims (submission_id, user_id, claimed_at, expires_at)
      SELECT id, ${user.id}::uuid, clock_timestamp(), clock_timestamp() + make_interval(secs => ${claimSeconds})
      FROM submissions
      WHERE id = ${submissionId}::uuid AND status IN ('received', 'checking', 'ready_for_review', 'check_failed', 'second_review')
        AND may_review(id, ${user.id}::uuid)
      ON CONFLICT (submission_id) DO UPDATE
        SET user_id = excluded.user_id,
            claimed_at = CASE WHEN claims.user_id = excluded.user_id THEN claims.claimed_at ELSE excluded.claimed_at END,
            expires_at = excluded.expires_at
        WHERE claims.user_id = excluded.user_id OR claims.expires_at <= clock_timestamp()
      RETURNING submission_id, expires_at, claimed_at <> expires_at - make_interval(secs => ${claimSeconds}) AS renewed`
    const row = rows[0]
    if (!row) return notTakeable(tx, user, submissionId)
    if (!row.renewed) await recordClaim(tx, actor, submissionId)
    return { ok: true, submissionId, expiresAt: row.expires_at }
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
    await letGoOfOthers(tx, user, taken.submission_id)
    await recordClaim(tx, actor, taken.submission_id)
    return { ok: true, submissionId: taken.submission_id, expiresAt: taken.expires_at }
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
async function takeCandidate(tx: Tx, user: UserActor, exceptId: string | null): Promise<ClaimRow | null> {
  for (let lost = 0; lost < maxLost; lost++) {
    const id = await nextCandidate(tx, user.id, exceptId)
    if (!id) return null
    const rows = await tx.$queryRaw<ClaimRow[]>`
      INSERT INTO claims (submission_id, user_id, claimed_at, expires_at)
      VALUES (${id}::uuid, ${user.id}::uuid, clock_timestamp(), clock_timestamp() + make_interval(secs => ${claimSeconds}))
      ON CONFLICT (submission_id) DO UPDATE
        SET user_id = excluded.user_id, claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
        WHERE claims.user_id = excluded.user_id OR claims.expires_at <= clock_timestamp()
      RETURNING submission_id, expires_at, false AS renewed`
    if (rows[0]) return rows[0]
  }
  throw new AppError('CONFLICT')
}

async function letGoOfOthers(tx: Tx, user: UserActor, keptId: string): Promise<void> {
  const others = { userId: user.id, submissionId: { not: keptId } }
  const held = await tx.claim.findMany({ where: others, include: { submission: { select: { caseId: true } } } })
  await tx.claim.deleteMany({ where: others })
  for (const { submissionId, submission } of held) {
    await recordAuditEvent(tx, user, { type: 'submission.released', caseId: submission.caseId, submissionId })
    await notifyChange(tx, { type: 'submission', submissionId })
  }
}

async function recordClaim(tx: Tx, actor: Actor, submissionId: string): Promise<void> {
  const { caseId } = await tx.submission.findUniqueOrThrow({ where: { id: submissionId }, select: { caseId: true } })
  await recordAuditEvent(tx, actor, { type: 'submission.claimed', caseId, submissionId })
  await notifyChange(tx, { type: 'submission', submissionId })
}
