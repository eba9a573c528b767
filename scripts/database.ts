import pg from 'pg'
import type { Settings } from '#lib/env'
import { SettingError } from '#lib/setting-error'
import { startEmbedded } from '../prisma/embedded/server.ts'

/** The oldest PostgreSQL still cared for by its makers that this is tried on. */
const oldestMajor = 15

export interface OpenDatabase {
  url: string
  /** Resolves when an embedded server ends; never for a server of one's own. */
  ended: Promise<unknown>
  stop: () => Promise<void>
}

/** The database of DATABASE_URL once it has answered, or else the embedded one, started. Throws `SettingError`. */
export async function openDatabase({ DATABASE_URL, dataDir }: Settings): Promise<OpenDatabase> {
  if (DATABASE_URL === undefined) return startEmbedded(dataDir)
  await askVersion(DATABASE_URL)
  return { url: DATABASE_URL, ended: new Promise(() => {}), stop: async () => {} }
}

async function askVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query('SHOW server_version_num')
    const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
    if (major < oldestMajor) {
      throw new SettingError(`DATABASE_URL leads to PostgreSQL ${major}; it must be ${oldestMajor} or newer.`)
    }
  } catch (error) {
    throw error instanceof SettingError ? error : new SettingError(explain(error, new URL(url)))
  } finally {
    await client.end().catch(() => {})
  }
}

function explain(error: unknown, { host, username, pathname }: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message || code : String(error)
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${host} refused the user "${username}" or its password: correct DATABASE_URL.`
  if (code === '3D000')
    return `PostgreSQL at ${host} has no database "${pathname.slice(1)}": create it, or correct DATABASE_URL.`
  return `No PostgreSQL could be reached at ${host} (${message}): start it, or correct DATABASE_URL.`
}
