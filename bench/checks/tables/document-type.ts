import { bootstrap, meanOf } from '../measures.ts'
import type { Line, Miss, Result, Table } from '../table.ts'

/** Of each type how many are taken for the passport or ID card asked for, and how many are refused. */
export const documentTypeTable: Table = {
  title: 'Document type',
  checks: ['document-type'],
  make(results) {
    const known = results.filter(({ sample }) => sample.labels.doc_type || sample.printed)
    const types = [...new Set(known.map(typeOf))].sort()
    return { lines: types.map((type) => lineOf(type, known)), misses: missesOf(known) }
  },
}

function typeOf({ sample }: Result): string {
  return sample.labels.doc_type || (sample.kind === 'passport_page' ? 'passport' : 'id_card')
}

function isWanted(type: string): boolean {
  return type === 'passport' || type === 'id_card'
}

function lineOf(type: string, results: readonly Result[]): Line {
  const outcomes = results.filter((result) => typeOf(result) === type).map(({ ours }) => ours['document-type']?.outcome)
  const share = (outcome: string) => bootstrap(outcomes, (some) => meanOf(some.map((one) => (one === outcome ? 1 : 0))))
  return {
    name: `${type}${isWanted(type) ? '' : ', not wanted'}`,
    figures: { passed: share('pass'), failed: share('fail'), 'can’t tell': share('inconclusive') },
    n: String(outcomes.length),
  }
}

function missesOf(results: readonly Result[]): Miss[] {
  return results.flatMap((result) => {
    const wrong = result.ours['document-type']?.outcome === (isWanted(typeOf(result)) ? 'fail' : 'pass')
    return wrong ? [{ sample: result.sample, what: `document-type: ${typeOf(result)}` }] : []
  })
}
