/**
 * `npm run bench:queue [-- --rows 100000] [--readers 10] [--no-page] [--no-sql]`: what the queue costs with many submissions. Keyset pages against
 * OFFSET paging in the same run, and the whole page over HTTP from the production build.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { freePort } from '../prisma/embedded/free-port.ts'
import { startEmbedded } from '../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../prisma/embedded/temporary-data-folder.ts'
import { migrate } from '../prisma/migrate.ts'
import { fillDatabase } from './queue/fill-database.ts'
import { benchPages } from './queue/pages.ts'
import { benchQueries } from './queue/queries.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    readers: { type: 'string', default: '10' },
    'no-page': { type: 'boolean', default: false },
    'no-sql': { type: 'boolean', default: false },
  },
})
const rows = Number(values.rows)

const dataDir = temporaryDataFolder()
const database = await startEmbedded(dataDir, { forgetful: true })
try {
  const port = await freePort()
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    RETAKE_DATA_DIR: dataDir,
    RETAKE_DEMO: '1',
    PORT: String(port),
  })
  await migrate(database.url)
  console.log(`Filling a database with ${rows.toLocaleString('en')} submissions …`)
  const reviewer = await fillDatabase(rows)
  if (!values['no-sql']) await benchQueries(reviewer, rows)
  if (!values['no-page']) await benchPages(port, dataDir, database.url, Number(values.readers))
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
