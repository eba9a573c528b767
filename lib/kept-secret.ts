import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from './data-folder.ts'

/**
 * A random secret of 32 bytes (base64) that is made on first use and then stays in `secrets/` of the data folder, readable by
 * its owner alone. When several processes ask at once, all get the one that was written first.
 */
export function keptSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, 'secrets')
  openDataFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  if (!existsSync(path)) writeOnce(path, randomBytes(32).toString('base64'))
  return readFileSync(path, 'utf8').trim()
}

/** Whole or not at all, and never over an earlier one: a link to a finished file fails where the name is taken. */
function writeOnce(path: string, text: string): void {
  const finished = `${path}.${randomUUID()}`
  writeFileSync(finished, text, { mode: 0o600 })
  try {
    linkSync(finished, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(finished)
  }
}
