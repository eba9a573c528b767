import { Client } from 'pg'
import { env } from '#lib/env'
import { describeError, logger } from '#lib/logger'
import { type Change, changesChannel } from './notify.ts'

type Listener = (change: Change) => void

const kept = globalThis as { retakeListeners?: Set<Listener>; retakeListening?: boolean }
const retryMs = 2_000

/** Hears every committed change, over one connection a process. Returns how to stop hearing. */
export function onChange(listener: Listener): () => void {
  kept.retakeListeners ??= new Set()
  kept.retakeListeners.add(listener)
  if (!kept.retakeListening) {
    kept.retakeListening = true
    void listen()
  }
  return () => void kept.retakeListeners?.delete(listener)
}

/** Keeps the connection for the life of the process; what happens while it is down is caught up by the screens' own reload. */
async function listen(): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true })
  client.on('error', () => client.end().catch(() => undefined))
  client.on('end', () => setTimeout(() => void listen(), retryMs).unref())
  client.on('notification', ({ payload }) => {
    const change = JSON.parse(payload ?? 'null') as Change
    for (const listener of kept.retakeListeners ?? []) tell(listener, change)
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${changesChannel}`)
  } catch (error) {
    logger.warn({ event: 'changes.unheard', error: describeError(error) })
    await client.end().catch(() => undefined)
  }
}

/** One screen that just closed must not keep the others from hearing. */
function tell(listener: Listener, change: Change): void {
  try {
    listener(change)
  } catch (error) {
    kept.retakeListeners?.delete(listener)
    logger.warn({ event: 'changes.listener_lost', error: describeError(error) })
  }
}
