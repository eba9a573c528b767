import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { add, tallyOfExit, tallyOfReport } from '../../../scripts/tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

function reportOf(content: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

describe('the sum at the end of npm test', () => {
  it('adds the counts of all runners', () => {
    const vitest = tallyOfReport(reportOf({ numPassedTests: 12, numFailedTests: 1 }), 1)
    const playwright = tallyOfReport(reportOf({ stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 4 } }), 1)
    expect(add(vitest, playwright, tallyOfExit(0))).toEqual({ passed: 19, failed: 3 })
  })

  it('counts a runner that failed without a failed test, as when a file cannot be imported', () => {
    expect(tallyOfReport(reportOf({ numPassedTests: 3, numFailedTests: 0 }), 1)).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a runner that left no report', () => {
    expect(tallyOfReport(join(folder, 'none.json'), null)).toEqual({ passed: 0, failed: 1 })
  })
})
