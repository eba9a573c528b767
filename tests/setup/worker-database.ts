/** Runs before each test file: its own copy of the migrated database and its own data folder, both in the environment. */
import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { closeDb } from '#lib/db/client'
import { stopBoss } from '#lib/jobs/queue'
import { temporaryDataFolder } from '../../prisma/embedded/temporary-data-folder.ts'

const name = `retake_test_${process.env.VITEST_POOL_ID}`
const folder = temporaryDataFolder()

const admin = new pg.Client({ connectionString: inject('adminUrl') })
await admin.connect()
await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject('templateName')} STRATEGY file_copy`)
await admin.end()

process.env.DATABASE_URL = Object.assign(new URL(inject('adminUrl')), { pathname: `/${name}` }).href
process.env.RETAKE_DATA_DIR = folder

afterAll(async () => {
  await stopBoss()
  await closeDb()
  rmSync(folder, { recursive: true, force: true })
})
