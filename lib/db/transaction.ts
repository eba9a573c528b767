import { db } from './client.ts'
import type { Prisma } from './generated/client.ts'

/** A client inside a transaction. Operations that must commit together take it. */
export type Tx = Prisma.TransactionClient

/** Runs `work` in one transaction; whatever it throws rolls everything back. */
export function withTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 10_000 })
}

/** The database's clock: leases and links are judged by it, since clocks of servers differ. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  return rows[0]!.now
}
