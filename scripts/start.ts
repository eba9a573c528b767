/**
 * `npm start` and, with `--dev`, `npm run dev`: from whatever is there to a page that answers. Each step is skipped when its
 * result is up to date, so the second start takes seconds. Stops everything on Ctrl-C, on SIGTERM, when npm is gone, and
 * when a part of it dies.
 */
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from '#lib/data-folder'
import { readSettings, type Settings } from '#lib/env'
import { SettingError } from '#lib/setting-error'
import { migrate } from '../prisma/migrate.ts'
import { runNode, startNode } from './child.ts'
import { openDatabase } from './database.ts'
import { environmentFor } from './environment.ts'
import { orSayWhy } from './or-say-why.ts'
import { step } from './progress.ts'
import { assertFree, serve } from './serve.ts'
import { stopAsked } from './stop-asked.ts'
import { buildWeb, generateClient, isBuildStale, isClientStale } from './up-to-date.ts'
import { describeWayIn } from './way-in.ts'

const dev = process.argv.includes('--dev')

await orSayWhy(async () => {
  const settings = readSettings(process.env)
  await assertFree(settings.PORT)
  openDataFolder(settings.dataDir)
  const cleanUp: (() => Promise<unknown>)[] = []
  try {
    await bringUp(settings, cleanUp)
  } finally {
    for (const undo of cleanUp.reverse()) await undo()
  }
})

/**
 * Runs until asked to stop. Whatever has to be undone is added to `cleanUp` as soon as it is done. In the demo the log goes to
 * a file, so that the sign-ins stay in sight; otherwise to our output, where an operator collects it.
 */
async function bringUp(settings: Settings, cleanUp: (() => Promise<unknown>)[]): Promise<void> {
  const database = await step('Starting the database', () => openDatabase(settings))
  cleanUp.push(database.stop)
  const env = environmentFor(settings, database.url)
  if (isClientStale()) await step('Generating the database client', generateClient)
  await step('Applying migrations', () => migrate(database.url).catch(explainMigration))
  if (!dev && isBuildStale()) await step('Building the web application, about half a minute', buildWeb)
  await step('Preparing policies, wordings and sign-ins', () => runNode(['prisma/seed.ts'], env))
  const log = join(settings.dataDir, 'retake.log')
  const output = settings.demo && !dev ? openSync(log, 'w', 0o600) : 'shown'
  console.log(output === 'shown' ? 'Starting web and worker …' : `Starting web and worker, whose log is ${log} …`)
  const served = await serve(env, settings.PORT, { dev, output })
  cleanUp.push(served.stop)
  console.log(describeWayIn(settings))
  if (settings.demo) cleanUp.push(seedSubmissions(env))
  const ended = database.ended.then(() => 'The database ended by itself.')
  const failure = await Promise.race([served.failed, ended, once(stopAsked, 'abort')])
  if (typeof failure === 'string') throw new SettingError(`${failure} Everything else was stopped.`)
  console.log('\nStopping …')
}

/** Makes the demo's submissions beside the running application, which is of use before they are all there. */
function seedSubmissions(env: NodeJS.ProcessEnv): () => Promise<void> {
  const child = startNode(['prisma/seed.ts', '--submissions'], env, 'shown')
  child.ended.then((code) => {
    if (code === 0 || stopAsked.aborted) return
    console.error('Not all submissions of the demo could be made; the next start goes on with them.')
  })
  return () => child.stop(2)
}

function explainMigration(error: unknown): never {
  const reason = error instanceof Error ? error.message.trim() : String(error)
  throw new SettingError(`The database could not be brought up to date: ${reason}`)
}
