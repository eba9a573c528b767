import { judged, judgedLine, missesOf, type Table } from '../table.ts'

/** Visas sent as a passport's data page, against data pages. */
export const pages: Table = {
  title: 'Page of the passport',
  checks: ['document-page'],
  make(results) {
    const known = results.filter(({ sample }) => sample.kind === 'passport_page')
    const items = known.map((result) => judged(result, 'document-page', result.sample.labels.doc_type === 'visa'))
    return { lines: judgedLine('document-page', items), misses: missesOf(known, items, 'document-page') }
  },
}
