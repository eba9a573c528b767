import { accessSync, constants, mkdirSync } from 'node:fs'
import { SettingError } from './setting-error.ts'

/**
 * Makes the data folder when missing and checks that it can be written. Others may pass through it (the database server
 * runs under its own account) but not list it. Throws `SettingError` where it is no folder or not ours to write.
 */
export function openDataFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o711 })
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'is not a folder' : `can't be written (${code})`
    throw new SettingError(`The data folder ${path} ${why}: set RETAKE_DATA_DIR to a folder this account may write.`)
  }
}
