import { judged, judgedLine, missesOf, type Table } from '../table.ts'

/** Words of the manifest's column `exposure` that say something is wrong; an empty cell of a document says nothing is. */
const wrong = /over|under|backlit|shadow/
/** The same of drawn documents, by how they were spoilt. */
const wrongDrawn = ['dark', 'bright', 'backlit', 'shadow']

export const exposure: Table = {
  title: 'Light',
  checks: ['exposure'],
  make(results) {
    const known = results.flatMap((result) => {
      const truth = isWrong(result.sample.labels)
      return truth === undefined ? [] : [{ result, truth }]
    })
    const ours = known.map(({ result, truth }) => judged(result, 'exposure', truth))
    const pictures = known.map(({ result }) => result)
    return { lines: judgedLine('exposure', ours), misses: missesOf(pictures, ours, 'exposure') }
  },
}

/** Undefined where it is not known. Scenery is left out: the check judges documents and faces. */
function isWrong({ set, exposure, spoilt }: Record<string, string>): boolean | undefined {
  if (set === 'docs' || set === 'doc_photos') return wrong.test(exposure ?? '')
  if (spoilt === '') return false
  return wrongDrawn.includes(spoilt ?? '') ? true : undefined
}
