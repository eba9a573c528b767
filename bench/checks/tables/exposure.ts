import { judged, judgedLine, missesOf, type Table } from '../table.ts'

/**
 * Words of the manifest's column `exposure` that say something is wrong; an empty cell of a document says nothing is. Scenery is
 * left out: the check judges documents and faces.
 */
const wrong = /over|under|backlit|shadow/

export const exposure: Table = {
  title: 'Light',
  checks: ['exposure'],
  make(results) {
    const known = results.flatMap((result) => {
      const { exposure: label, set } = result.sample.labels
      if (set !== 'docs' && set !== 'doc_photos') return []
      return [{ result, truth: wrong.test(label ?? '') }]
    })
    const ours = known.map(({ result, truth }) => judged(result, 'exposure', truth))
    const pictures = known.map(({ result }) => result)
    return { lines: judgedLine('exposure', ours), misses: missesOf(pictures, ours, 'exposure') }
  },
}
