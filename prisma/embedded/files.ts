import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SettingError } from '#lib/setting-error'
import { type Account, makeServerFolder, type Place } from './place.ts'

const majorVersion = '18'

/**
 * Makes the server's files when there are none, and returns the password they were made with. They are made beside their
 * final place and renamed, so an interrupted first start leaves nothing half made. Throws `SettingError` where what is
 * there is no PostgreSQL 18 database.
 */
export function makeFiles(place: Place, dataDir: string): string {
  const passwordFile = join(dataDir, 'database-password')
  if (existsSync(place.files)) {
    checkVersion(place.files)
    return readPassword(passwordFile)
  }
  const password = randomBytes(24).toString('hex')
  const unfinished = `${place.files}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  makeServerFolder(unfinished, place.account)
  initdb(place, unfinished, password)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  renameSync(unfinished, place.files)
  if (place.link) {
    rmSync(place.link, { force: true })
    symlinkSync(place.files, place.link)
  }
  return password
}

/** Collation `C.UTF-8` is built in: the order of texts is the same on every machine and survives its updates. */
function initdb({ account, programs }: Place, files: string, password: string): void {
  const exchange = mkdtempSync(join(tmpdir(), 'retake-'))
  const pwfile = join(exchange, 'password')
  writeFileSync(pwfile, password, { mode: 0o600 })
  giveTo(account, exchange, pwfile)
  const sort = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=retake', '--auth=scram-sha-256', `--pwfile=${pwfile}`]
  const run = spawnSync(join(programs, 'initdb'), [`--pgdata=${files}`, ...access, ...sort], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  })
  rmSync(exchange, { recursive: true, force: true })
  if (run.status === 0) return
  rmSync(files, { recursive: true, force: true })
  const reason = run.stderr?.match(/error:\s*(.+)/)?.[1] ?? run.error?.message ?? 'initdb failed'
  throw new SettingError(`The database in ${files} could not be made: ${reason}.`)
}

function giveTo({ uid, gid }: Account, ...paths: string[]): void {
  if (uid === undefined || gid === undefined) return
  for (const path of paths) chownSync(path, uid, gid)
}

function checkVersion(files: string): void {
  const versionFile = join(files, 'PG_VERSION')
  const found = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : null
  if (found === majorVersion) return
  throw new SettingError(
    found === null
      ? `${files} holds something other than a PostgreSQL database: move it away, or set RETAKE_DATA_DIR to another folder.`
      : `${files} was written by PostgreSQL ${found} and this is PostgreSQL ${majorVersion}: dump it with the old version and restore it here, or set RETAKE_DATA_DIR to another folder.`,
  )
}

function readPassword(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  throw new SettingError(
    `${path} is missing, so the database beside it can't be opened: put the file back, or set RETAKE_DATA_DIR to another folder.`,
  )
}
