/**
 * `npm run bench:races`: many reviewers at once, over several processes. 50 of them take and decide 500 submissions; then 2 to 20
 * at a time decide the same one, 200 times over.
 */
import { rmSync } from 'node:fs'
import { closeDb, db } from '#lib/db/client'
import { stopBoss } from '#lib/jobs/queue'
import { startEmbedded } from '../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../prisma/embedded/temporary-data-folder.ts'
import { migrate } from '../prisma/migrate.ts'
import { fillDatabase } from './queue/fill-database.ts'
import { decideRaces, printRaces } from './races/decide-races.ts'
import { printTaken, takeAllInProcesses } from './races/take-all.ts'

const [submissions, reviewers, races, processes] = [500, 50, 200, 4]

const dataDir = temporaryDataFolder()
const database = await startEmbedded(dataDir, { forgetful: true })
try {
  Object.assign(process.env, { DATABASE_URL: database.url, RETAKE_DATA_DIR: dataDir, RETAKE_DEMO: '1' })
  await migrate(database.url)
  await fillDatabase(submissions + races)
  const ids = (await db().submission.findMany({ select: { id: true }, orderBy: { urgentAt: 'asc' } })).map(
    ({ id }) => id,
  )
  const wait = (some: string[]) =>
    db().submission.updateMany({
      where: { id: { in: some } },
      data: { status: 'ready_for_review', snoozedUntil: null, assignedToId: null, escalatedAt: null },
    })
  await db().submission.updateMany({ data: { status: 'approved' } })
  await wait(ids.slice(0, submissions))
  printTaken(await takeAllInProcesses(reviewers, processes), submissions)
  await wait(ids.slice(submissions))
  printRaces(await decideRaces(ids.slice(submissions)))
} finally {
  await stopBoss()
  await closeDb()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
