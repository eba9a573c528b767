import { existsSync, readFileSync, rmSync } from 'node:fs'

/** Counts of one runner, or of several together. */
export interface Tally {
  passed: number
  failed: number
}

/** A runner that has no tests to count, only an exit code. */
export function tallyOfExit(code: number | null): Tally {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * Reads and removes a JSON report of Vitest (`numPassedTests`) or Playwright (`stats`). A runner that failed although no
 * test did, or that left no report, counts as one failure: nothing that went wrong may add up to a pass.
 */
export function tallyOfReport(path: string, code: number | null): Tally {
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  rmSync(path, { force: true })
  const passed: number = report.numPassedTests ?? (report.stats ? report.stats.expected + report.stats.flaky : 0)
  const failed: number = report.numFailedTests ?? report.stats?.unexpected ?? 0
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** The sum of several tallies. */
export function add(...tallies: Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}
