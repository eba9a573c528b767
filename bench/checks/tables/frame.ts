import type { CheckId } from '#lib/checks/registry'
import type { Result, Table } from '../table.ts'
import { judged, judgedLine, meanLine, missesOf } from '../table.ts'

export const present = labelled('No document', 'document-present', ({ sample: { labels, outline } }) => {
  if (labels.documents === '0') return true
  return outline || labels.set === 'docs' ? false : undefined
})

export const single = labelled('Several documents', 'single-document', ({ sample: { labels, outline } }) =>
  labels.documents ? labels.documents === '2' : outline ? false : undefined,
)

export const cropping = labelled('Document cut off', 'cropping', ({ sample: { labels, outline } }) => {
  const cut = labels.cropped_or_cut
  return cut ? cut === 'yes' : outline ? false : undefined
})

export const obstruction = labelled('Fingers over the edge', 'obstruction', ({ sample: { labels, outline } }) => {
  const hand = labels.hand_or_finger
  return hand ? hand === 'yes' : outline ? false : undefined
})

/** Contrast has no truth of its own: what is told is how often a document on a table is said not to stand out. */
export const background: Table = {
  title: 'Background, 1 = stands out',
  checks: ['background'],
  make(results) {
    const known = results.filter(({ sample, ours }) => sample.outline && ours.background)
    const values = known.map(({ ours }) => (ours.background!.outcome === 'fail' ? 0 : 1))
    const misses = known.flatMap(({ sample }, i) => (values[i] === 0 ? [{ sample, what: 'background' }] : []))
    return { lines: meanLine('background', values), misses }
  },
}

function labelled(title: string, check: CheckId, truthOf: (result: Result) => boolean | undefined): Table {
  return {
    title,
    checks: [check],
    make(results) {
      const known = results.filter(
        (result) => result.ours[check]?.outcome !== 'not_applicable' && truthOf(result) !== undefined,
      )
      const items = known.map((result) => judged(result, check, truthOf(result)!))
      return { lines: judgedLine(check, items), misses: missesOf(known, items, check) }
    },
  }
}
