import type { Json } from '#lib/domain/finding'
import { bootstrap, meanOf } from '../measures.ts'
import type { Result, Table } from '../table.ts'

/** What becomes of zones read right and of zones read wrong. */
export const zoneAndPrint: Table = {
  title: 'Machine-readable zone against print',
  checks: ['mrz-matches-print', 'mrz-check-digits'],
  make(results) {
    const read = results.flatMap((result) => {
      const right = isReadRight(result)
      return right === null ? [] : [{ result, right, outcome: result.ours['mrz-matches-print']?.outcome }]
    })
    const lines = [true, false].flatMap((right) => {
      const outcomes = read.filter((one) => one.right === right).map(({ outcome }) => outcome)
      if (outcomes.length === 0) return []
      const share = (what: string) => bootstrap(outcomes, (some) => meanOf(some.map((one) => (one === what ? 1 : 0))))
      const figures = { passed: share('pass'), failed: share('fail'), 'can’t tell': share('inconclusive') }
      return [{ name: `zone read ${right ? 'right' : 'wrong'}`, figures, n: String(outcomes.length) }]
    })
    const misses = read.filter(({ right, outcome }) => outcome === (right ? 'fail' : 'pass'))
    return {
      lines,
      misses: misses.map(({ result, right }) => ({
        sample: result.sample,
        what: `mrz-matches-print: zone read ${right ? 'right, failed' : 'wrong, passed'}`,
      })),
    }
  },
}

/** Null where no zone was read, or what it says is not known. */
function isReadRight({ sample, ours }: Result): boolean | null {
  const lines: Json | undefined = ours['mrz-check-digits']?.detail.lines
  if (!sample.mrzLines || !Array.isArray(lines) || lines.length === 0) return null
  return lines.join('|') === sample.mrzLines.join('|')
}
