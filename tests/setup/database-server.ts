import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../../prisma/embedded/temporary-data-folder.ts'
import { migrate } from '../../prisma/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server's own database; the tests' are made beside it. */
    adminUrl: string
    /** A migrated, empty database to copy. */
    templateName: string
  }
}

const templateName = 'retake_template'

/**
 * One real PostgreSQL for the whole run, with a database migrated once, from which every test file gets a copy.
 * TEST_DATABASE_URL names a server of one's own to use instead.
 */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryDataFolder()
  const given = process.env.TEST_DATABASE_URL
  const embedded = given ? null : await startEmbedded(folder, { forgetful: true })
  const stop = async () => {
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const adminUrl = given ?? embedded!.url
    await makeTemplate(adminUrl)
    project.provide('adminUrl', adminUrl)
    project.provide('templateName', templateName)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${templateName}`)
  await admin.query(`CREATE DATABASE ${templateName}`)
  await admin.end()
  await migrate(databaseAt(adminUrl, templateName))
}

function databaseAt(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
