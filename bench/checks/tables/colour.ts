import { judged, judgedLine, missesOf, type Table } from '../table.ts'

export const colour: Table = {
  title: 'Black and white',
  checks: ['colour'],
  make(results) {
    const known = results.filter(({ sample }) => sample.blackAndWhite !== undefined)
    const ours = known.map((result) => judged(result, 'colour', result.sample.blackAndWhite!))
    return { lines: judgedLine('colour', ours), misses: missesOf(known, ours, 'colour') }
  },
}
