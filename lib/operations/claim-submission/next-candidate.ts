import { Prisma } from '#lib/db/generated/client'
import type { Tx } from '#lib/db/transaction'

/** A skip is remembered for a working day, the longest a session lasts; after it the submission comes like any other. */
const skipHours = 12

/**
 * The most urgent submission this reviewer should have next, its row locked; null where there is none. First what is assigned
 * to them, then what is nobody's, and what they skipped lately only when nothing else waits. Never what somebody else holds or
 * is assigned, what they reviewed themselves, or what is snoozed; what was escalated goes to the second line alone. `SKIP
 * LOCKED` lets many ask at once; with `lock: false` it is only a look, and stands in nobody's way.
 */
export async function nextCandidate(
  tx: Tx,
  userId: string,
  exceptId: string | null,
  { lock = true } = {},
): Promise<string | null> {
  for (const where of await turns(tx, userId)) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM submissions s
      WHERE s.status IN ('ready_for_review', 'check_failed', 'second_review')
        AND may_review(s.id, ${userId}::uuid)
        AND s.id IS DISTINCT FROM ${exceptId}::uuid
        AND (s.snoozed_until IS NULL OR s.snoozed_until <= clock_timestamp())
        AND NOT EXISTS (
          SELECT FROM claims c
          WHERE c.submission_id = s.id AND c.user_id <> ${userId}::uuid AND c.expires_at > clock_timestamp())
        AND ${where}
      ORDER BY s.urgent_at, s.id
      LIMIT 1 ${lock ? Prisma.sql`FOR UPDATE OF s SKIP LOCKED` : Prisma.empty}`
    if (rows[0]) return rows[0].id
  }
  return null
}

async function turns(tx: Tx, userId: string): Promise<Prisma.Sql[]> {
  const { role, secondLine } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
  const escalated = secondLine || role === 'admin' ? Prisma.empty : Prisma.sql`AND s.escalated_at IS NULL`
  const mine = Prisma.sql`s.assigned_to_id = ${userId}::uuid`
  const nobodys = Prisma.sql`s.assigned_to_id IS NULL ${escalated}`
  const skipped = Prisma.sql`EXISTS (
    SELECT FROM skips k WHERE k.submission_id = s.id AND k.user_id = ${userId}::uuid
      AND k.at > clock_timestamp() - make_interval(hours => ${skipHours}))`
  return [
    Prisma.sql`${mine} AND NOT ${skipped}`,
    Prisma.sql`${nobodys} AND NOT ${skipped}`,
    Prisma.sql`(${mine} OR ${nobodys}) AND ${skipped}`,
  ]
}
