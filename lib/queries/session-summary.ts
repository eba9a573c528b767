import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import type { Outcome } from '#lib/domain/decision'

const isZone = (zone: string) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'
export const sessionSummaryInput = z.object({ zone: z.string().max(64).refine(isZone).catch('UTC') })

export interface SessionSummary {
  /** Own reviews since midnight that stand, by what they said. */
  outcomes: Record<Outcome, number>
  /** Taken back by oneself. */
  undone: number
  /** Of those that stand, from claim to decision; null before the first. */
  medianSeconds: number | null
  /** Times the screen was locked and unlocked again. */
  breaks: { count: number; seconds: number }
  /** When the last one ended; null before the first. */
  lastBreakAt: Date | null
  firstAt: Date | null
}

interface ReviewRow {
  outcome: Outcome
  undone: boolean
  seconds: number | null
  at: Date
}

/** One's own working day, for oneself alone: no target, and nobody to compare with. Days are those of the viewer's zone. */
export async function sessionSummary(
  actor: Actor,
  { zone }: z.infer<typeof sessionSummaryInput>,
): Promise<SessionSummary> {
  const { id } = authorise(actor, 'submission:decide')
  const [reviews, breaks] = await Promise.all([ownReviews(id, zone), ownBreaks(id, zone)])
  const standing = reviews.filter(({ undone }) => !undone)
  const count = (outcome: Outcome) => standing.filter((review) => review.outcome === outcome).length
  return {
    outcomes: {
      approved: count('approved'),
      rejected: count('rejected'),
      resubmission_requested: count('resubmission_requested'),
    },
    undone: reviews.length - standing.length,
    medianSeconds: median(standing.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))),
    ...breaks,
    firstAt: reviews[0]?.at ?? null,
  }
}

/** Handling begins with the last claim before the decision, so that a case come back to isn't counted from the first visit. */
function ownReviews(userId: string, zone: string): Promise<ReviewRow[]> {
  return db().$queryRaw<ReviewRow[]>`
    WITH day AS (SELECT date_trunc('day', clock_timestamp(), ${zone}) AS start),
    claimed AS MATERIALIZED (
      SELECT submission_id, at FROM audit_events, day
      WHERE actor_id = ${userId}::uuid AND type = 'submission.claimed' AND at >= start)
    SELECT r.outcome, r.voided_at IS NOT NULL AND r.voided_for = 'undone' AS undone, r.reviewed_at AS at,
           extract(epoch FROM r.reviewed_at - (
             SELECT max(c.at) FROM claimed c WHERE c.submission_id = r.submission_id AND c.at <= r.reviewed_at
           ))::float8 AS seconds
    FROM reviews r, day
    WHERE r.reviewer_id = ${userId}::uuid AND r.reviewed_at >= start
    ORDER BY r.reviewed_at`
}

async function ownBreaks(userId: string, zone: string): Promise<Pick<SessionSummary, 'breaks' | 'lastBreakAt'>> {
  const rows = await db().$queryRaw<{ count: number; seconds: number; ended: Date | null }[]>`
    WITH turns AS (
      SELECT type, at, lead(type) OVER own AS next, lead(at) OVER own AS until
      FROM audit_events
      WHERE actor_id = ${userId}::uuid AND type IN ('session.locked', 'session.unlocked')
        AND at >= date_trunc('day', clock_timestamp(), ${zone})
      WINDOW own AS (PARTITION BY data->>'sessionId' ORDER BY id))
    SELECT count(*)::int AS count, coalesce(sum(extract(epoch FROM until - at)), 0)::float8 AS seconds, max(until) AS ended
    FROM turns WHERE type = 'session.locked' AND next = 'session.unlocked'`
  const { count = 0, seconds = 0, ended = null } = rows[0] ?? {}
  return { breaks: { count, seconds }, lastBreakAt: ended }
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
