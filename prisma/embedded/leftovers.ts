import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SettingError } from '#lib/setting-error'

const stopSeconds = 30

/**
 * Puts right what an earlier run left behind when it was killed: ends a server that outlived its owner, and removes a
 * postmaster.pid whose number now belongs to some other program (PostgreSQL itself only asks whether the number is alive).
 * `record` is the file naming the owner. Throws `SettingError` while that owner is still at work.
 */
export async function clearLeftovers(files: string, record: string): Promise<void> {
  const pidFile = join(files, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (isServerOf(pid, files)) {
    const owner = ownerIn(record)
    if (owner !== null && owner !== process.pid && isNode(owner)) {
      throw new SettingError(
        `${files} is in use by another Retake (process ${owner}): stop that one first, or set RETAKE_DATA_DIR to another folder.`,
      )
    }
    process.kill(pid, 'SIGINT')
    for (let waited = 0; isServerOf(pid, files) && waited < stopSeconds; waited += 0.1) await sleep(100)
  }
  rmSync(pidFile, { force: true })
}

function ownerIn(record: string): number | null {
  if (!existsSync(record)) return null
  const { owner } = JSON.parse(readFileSync(record, 'utf8'))
  return typeof owner === 'number' ? owner : null
}

function isServerOf(pid: number, files: string): boolean {
  const command = commandOf(pid)
  return command === 'unknown' || (command.includes('postgres') && command.includes(files))
}

function isNode(pid: number): boolean {
  const command = commandOf(pid)
  return command === 'unknown' || command.includes('node')
}

/** Command line of a process; empty when it is gone, "unknown" where the system has no /proc to ask. */
function commandOf(pid: number): string {
  if (existsSync('/proc/self/cmdline')) {
    const path = `/proc/${pid}/cmdline`
    return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\0', ' ') : ''
  }
  try {
    process.kill(pid, 0)
    return 'unknown'
  } catch {
    return ''
  }
}
