import type { CheckId } from '#lib/checks/registry'
import { judgedLine, missesOf, type Table } from '../table.ts'

export const haze = lightTable('Stray light, as from a smeared lens', 'haze', 'veil')
/** It never fails a capture, so what counts is whether it says anything. */
export const cast = lightTable('Coloured light', 'colour-cast', 'cast')

/** Known of drawn pictures alone; those spoilt in their colours otherwise are left out. */
function lightTable(title: string, check: CheckId, kind: string): Table {
  return {
    title,
    checks: [check],
    make(results) {
      const known = results.filter(({ sample: { labels } }) => ['', kind].includes(labels.spoilt ?? '?'))
      const items = known.map(({ sample, ours }) => ({
        score: -(ours[check]?.score ?? 50),
        flagged: ours[check]?.outcome !== 'pass',
        truth: sample.labels.spoilt === kind,
      }))
      return { lines: judgedLine(`${check}, failed or named`, items), misses: missesOf(known, items, check) }
    },
  }
}
