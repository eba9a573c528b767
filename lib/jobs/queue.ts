import { fromPrisma, PgBoss } from 'pg-boss'
import type { Tx } from '#lib/db/transaction'
import { env } from '#lib/env'
import { describeError, logger } from '#lib/logger'
import { deadLetterOf, type JobName, type JobPayload, jobNames, jobs, retries } from './jobs.ts'

const kept = globalThis as { retakeBoss?: Promise<PgBoss> }

/** The process's one job queue, started on first use. Every process that sends must have started it. */
export function getBoss(): Promise<PgBoss> {
  kept.retakeBoss ??= startBoss().catch((error) => {
    delete kept.retakeBoss
    throw error
  })
  return kept.retakeBoss
}

/** Waits for running jobs, at most 20 seconds, and closes the connections. */
export async function stopBoss(): Promise<void> {
  const boss = await kept.retakeBoss?.catch(() => undefined)
  delete kept.retakeBoss
  await boss?.stop({ graceful: true, timeout: 20_000 })
}

/**
 * Adds a job inside the transaction: row and job commit or roll back together. It starts at once, or not before `startAfter`; what
 * nobody waits for goes `behind` all others.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayload<Name>,
  { startAfter, behind = false }: { startAfter?: Date; behind?: boolean } = {},
): Promise<void> {
  const boss = await getBoss()
  const how = { ...retries[name], retryBackoff: true, priority: behind ? -1 : 0, ...(startAfter && { startAfter }) }
  const id = await boss.send(name, payload, { db: fromPrisma(tx), ...how })
  if (id === null) throw new Error(`Job ${name} was not accepted`)
}

/** Handles a job, one at a time per slot. Throwing retries it with back-off; after the last try it goes to the dead letters. */
export async function handle<Name extends JobName>(
  name: Name,
  concurrency: number,
  work: (payload: JobPayload<Name>) => Promise<void>,
): Promise<void> {
  await consume(name, name, concurrency, work)
}

/** Handles what is left of a job when all its tries have failed. */
export async function handleDeadLetter<Name extends JobName>(
  name: Name,
  work: (payload: JobPayload<Name>) => Promise<void>,
): Promise<void> {
  await consume(name, deadLetterOf(name), 1, work)
}

async function consume<Name extends JobName>(
  name: Name,
  queue: string,
  concurrency: number,
  work: (payload: JobPayload<Name>) => Promise<void>,
): Promise<void> {
  const boss = await getBoss()
  // A delayed job is not announced when its time comes: polling has to be quick even while announcements are heard.
  const options = {
    batchSize: 1,
    localConcurrency: concurrency,
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 1,
  }
  await boss.work<unknown>(queue, options, async ([job]) => {
    if (!job) return
    const startedAt = performance.now()
    const outcome = await work(jobs[name].parse(job.data) as JobPayload<Name>).then(
      () => 'done',
      (error: unknown) => {
        const told = describeError(error)
        logger.error({ event: 'job', job: queue, jobId: job.id, error: told })
        // The queue keeps what it is thrown, and a message may quote an address or a name.
        throw new Error(told)
      },
    )
    logger.info({ event: 'job', job: queue, jobId: job.id, outcome, ms: Math.round(performance.now() - startedAt) })
  })
}

async function startBoss(): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, max: 4, useListenNotify: true })
  boss.on('error', (error) => logger.error({ event: 'queue.error', error: describeError(error) }))
  await boss.start()
  for (const name of jobNames) {
    await boss.createQueue(deadLetterOf(name), { retryLimit: 5, retryBackoff: true })
    await boss.createQueue(name, {
      // No job takes five minutes that will ever end; a worker that died is noticed long before.
      expireInSeconds: 300,
      heartbeatSeconds: 20,
      deadLetter: deadLetterOf(name),
      notify: true,
    })
  }
  return boss
}
