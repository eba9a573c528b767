import { availableParallelism } from 'node:os'
import { closeDb } from '#lib/db/client'
import { imagingPool } from '#lib/imaging/pool'
import { handle, handleDeadLetter, stopBoss } from '#lib/jobs/queue'
import { logger } from '#lib/logger'
import { checkSubmission, giveUpChecking } from '#lib/operations/check-submission'
import { giveUpNotifying, notifyCustomer } from '#lib/operations/notify-customer'

await handle('check-submission', availableParallelism(), checkSubmission)
await handle('notify-customer', 2, notifyCustomer)
await handleDeadLetter('check-submission', giveUpChecking)
await handleDeadLetter('notify-customer', giveUpNotifying)
logger.info({ event: 'worker.started' })

/** Lets running jobs end, then leaves; what does not end in time is tried again by the next worker. */
async function stop(): Promise<void> {
  logger.info({ event: 'worker.stopping' })
  await stopBoss()
  await imagingPool().close()
  await closeDb()
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
