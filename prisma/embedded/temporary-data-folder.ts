import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new data folder for one run, which the database server's account may pass through. Remove it when done. */
export function temporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'retake-'))
  chmodSync(folder, 0o711)
  return folder
}
