/**
 * `npm run db:dev [-- port]`: the embedded database alone, migrated, in the foreground on a fixed port (5444). Commands run
 * beside it with the same RETAKE_DATA_DIR find it by themselves.
 */
import { resolve } from 'node:path'
import { startEmbedded } from '../prisma/embedded/server.ts'
import { migrate } from '../prisma/migrate.ts'
import { orSayWhy } from './or-say-why.ts'

await orSayWhy(async () => {
  const database = await startEmbedded(resolve(process.env.RETAKE_DATA_DIR || '.data'), {
    port: Number(process.argv[2] ?? 5444),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => database.stop())
  try {
    const applied = await migrate(database.url)
    console.log(`${applied.length} migrations applied. DATABASE_URL=${database.url}`)
    process.exitCode = (await database.ended) ?? 1
  } finally {
    await database.stop()
  }
})
