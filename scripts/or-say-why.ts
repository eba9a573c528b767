import { SettingError } from '#lib/setting-error'
import { stopAsked } from './stop-asked.ts'

/**
 * Runs a command's work. A `SettingError` becomes its one sentence and exit code 1; being asked to stop is no failure;
 * anything else is a bug and keeps its stack.
 */
export async function orSayWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error === stopAsked.reason) return
    console.error(error instanceof SettingError ? error.message : error)
    process.exitCode = 1
  } finally {
    if (process.connected) process.disconnect()
  }
}
