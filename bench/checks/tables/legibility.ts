import { judged, judgedLine, missesOf, type Table } from '../table.ts'

/** Against what a person could read; `partly` counts as not legible. */
export const legibility: Table = {
  title: 'Text legible',
  checks: ['text-legible'],
  make(results) {
    const known = results.filter(({ sample }) => sample.labels.legible)
    const items = known.map((result) => judged(result, 'text-legible', result.sample.labels.legible !== 'yes'))
    return { lines: judgedLine('text-legible', items), misses: missesOf(known, items, 'text-legible') }
  },
}
