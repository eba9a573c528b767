import { Prisma } from './generated/client.ts'

/** Of the client library: no server, a lost connection, no connection free in time, a transaction that was in another's way. */
const clientCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037', 'P2039'])
const adapterKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
/** PostgreSQL, appendix A: connections, resources, deadlocks, and a server that shuts down or is starting. */
const serverCodes = /^(08|53|40001|40P01|57P0)/

/** True where the database was not to be had just then: the same may succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) {
    return error instanceof Error && error.message.startsWith('Connection terminated')
  }
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { kind?: string; originalCode?: string } }
  return (
    clientCodes.has(error.code) || adapterKinds.has(cause?.kind ?? '') || serverCodes.test(cause?.originalCode ?? '')
  )
}
