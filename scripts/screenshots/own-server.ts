import { rmSync } from 'node:fs'
import { readSettings, type Settings } from '#lib/env'
import { freePort } from '../../prisma/embedded/free-port.ts'
import { startEmbedded } from '../../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../../prisma/embedded/temporary-data-folder.ts'
import { migrate } from '../../prisma/migrate.ts'
import { runNode } from '../child.ts'
import { bareEnvironment, environmentFor } from '../environment.ts'
import { step } from '../progress.ts'
import { serve } from '../serve.ts'
import { buildWeb, generateClient, isBuildStale, isClientStale } from '../up-to-date.ts'

/** Runs `work` against a production build with the whole demo in it, on a free port, and leaves nothing behind. */
export async function withOwnServer(work: (settings: Settings) => Promise<void>): Promise<void> {
  if (isClientStale()) await step('Generating the database client', generateClient)
  if (isBuildStale()) await step('Building the web application, about half a minute', buildWeb)
  const dataDir = temporaryDataFolder()
  const database = await startEmbedded(dataDir, { forgetful: true })
  try {
    const settings = readSettings({ RETAKE_DATA_DIR: dataDir, PORT: String(await freePort()), RETAKE_DEMO: '1' })
    const env = environmentFor(settings, database.url, bareEnvironment())
    await migrate(database.url)
    await step('Preparing policies, wordings and sign-ins', () => runNode(['prisma/seed.ts'], env))
    const served = await step('Starting web and worker', () => serve(env, settings.PORT, { output: 'kept' }))
    await step('Making the demo, some minutes', () => runNode(['prisma/seed.ts', '--submissions'], env))
      .then(() => work(settings))
      .finally(served.stop)
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
