import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/env'
import { PrismaClient } from './generated/client.ts'

const kept = globalThis as { retakeDb?: PrismaClient }

/**
 * The process's one database client, made on first use. Connections are few and waits bounded, so that an overload is an
 * error a sender can repeat rather than a queue without end.
 */
export function db(): PrismaClient {
  kept.retakeDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
    }),
  })
  return kept.retakeDb
}

/** Ends the connections; the next `db()` opens new ones. */
export async function closeDb(): Promise<void> {
  await kept.retakeDb?.$disconnect()
  delete kept.retakeDb
}
