/** A process of reviewers: says that it stands, takes all it can, and tells what it took. */
import { closeDb, db } from '#lib/db/client'
import { getBoss, stopBoss } from '#lib/jobs/queue'
import { takeAll } from './take-all.ts'

await getBoss()
await db().$queryRaw`SELECT 1`
process.once('message', async (reviewers: Parameters<typeof takeAll>[0]) => process.send?.(await takeAll(reviewers)))
process.once('disconnect', async () => {
  await stopBoss()
  await closeDb()
})
process.send?.('ready')
