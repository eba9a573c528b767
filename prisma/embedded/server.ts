/**
 * The PostgreSQL 18 that comes with the npm packages, run as a child in a process group of its own, so that Ctrl-C reaches
 * it last. It listens on 127.0.0.1 only. While it runs, its address with the password is kept in `database.json` in the
 * data folder; `lib/env.ts` reads it there, so commands run beside it need no DATABASE_URL.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDataFolder } from '#lib/data-folder'
import { SettingError } from '#lib/setting-error'
import { makeFiles } from './files.ts'
import { freePort } from './free-port.ts'
import { clearLeftovers } from './leftovers.ts'
import { findPlace, type Place } from './place.ts'

const startSeconds = 60
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'lc_messages=C', 'log_timezone=UTC']
/** Two to three times as fast, and the files are worth nothing after a power cut. */
const forgetfulSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export interface EmbeddedDatabase {
  /** Connection string of the database `retake`, password included. */
  url: string
  /** Resolves with the exit code when the server ends, whoever ended it. */
  ended: Promise<number | null>
  /** Closes open connections, writes everything out and waits for the server to be gone. Safe to call twice. */
  stop: () => Promise<void>
}

/**
 * Starts the server on the files in `dataDir`, making them first if there are none (about a second), and puts right what
 * a crashed run left. `port` defaults to a free one; `forgetful` is for tests. Throws `SettingError` where the folder can't be
 * used or is in use.
 */
export async function startEmbedded(
  dataDir: string,
  { port, forgetful = false }: { port?: number; forgetful?: boolean } = {},
): Promise<EmbeddedDatabase> {
  openDataFolder(dataDir)
  const place = await findPlace(dataDir)
  const record = join(dataDir, 'database.json')
  await clearLeftovers(place.files, record)
  const password = makeFiles(place, dataDir)
  const chosenPort = port ?? (await freePort())
  const flags = forgetful ? [...settings, ...forgetfulSettings] : settings
  const server = launch(place, dataDir, chosenPort, flags)
  const ended = new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)))
  const stopWithUs = () => server.kill('SIGINT')
  process.once('exit', stopWithUs)
  const stop = async () => {
    rmSync(record, { force: true })
    if (isRunning(server)) server.kill('SIGINT')
    await ended
    process.off('exit', stopWithUs)
  }
  const url = `postgresql://retake:${password}@127.0.0.1:${chosenPort}/retake`
  try {
    await untilReady(server, place, dataDir)
    await ensureDatabase(url)
  } catch (error) {
    await stop()
    throw error
  }
  writeFileSync(record, JSON.stringify({ url, owner: process.pid }), { mode: 0o600 })
  return { url, ended, stop }
}

function launch({ account, programs, files }: Place, dataDir: string, port: number, flags: string[]): ChildProcess {
  const log = openSync(join(dataDir, 'postgres.log'), 'w', 0o600)
  const args = ['-D', files, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])]
  return spawn(join(programs, 'postgres'), args, {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
}

/** The server writes its state into postmaster.pid; pg_ctl waits for the same word. */
async function untilReady(server: ChildProcess, { files }: Place, dataDir: string): Promise<void> {
  const pidFile = join(files, 'postmaster.pid')
  const deadline = Date.now() + startSeconds * 1000
  while (isRunning(server) && Date.now() < deadline) {
    if (existsSync(pidFile) && /^ready/m.test(readFileSync(pidFile, 'utf8'))) return
    await sleep(20)
  }
  const log = join(dataDir, 'postgres.log')
  const reason = readFileSync(log, 'utf8').match(/FATAL:\s*(.+)/)?.[1] ?? 'it gave no reason'
  throw new SettingError(`The database in ${files} did not start: ${reason} (${log} says more).`)
}

function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/retake$/, 'postgres') })
  await client.connect()
  const found = await client.query("SELECT FROM pg_database WHERE datname = 'retake'")
  if (found.rowCount === 0) await client.query('CREATE DATABASE retake')
  await client.end()
}
