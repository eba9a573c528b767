import { db } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

/** Counting further costs more than anyone learns from it. */
export const countLimit = 1000

/** Submissions that meet the conditions, up to `countLimit`. */
export async function countMatching(where: Prisma.Sql): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM submissions s WHERE ${where} LIMIT ${countLimit}) AS matching`
  return rows[0]?.count ?? 0
}
