import { SettingError } from '#lib/setting-error'

/** Runs a command's work. A `SettingError` becomes its one sentence and exit code 1; anything else is a bug and keeps its stack. */
export async function orSayWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof SettingError ? error.message : error)
    process.exitCode = 1
  }
}
