import { documentCaptureKinds } from '#lib/domain/capture'
import { documentFacts, factForDetail } from '#lib/domain/document-facts'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'

const dayMs = 86_400_000

/** Whether the document was valid when the submission came in (K5). */
export const documentExpiry = defineCheck({
  id: 'document-expiry',
  version: 1,
  group: 'content',
  title: { pass: 'Document is in date', fail: 'Document has expired' },
  description: 'An expired document proves nothing, and the customer can send another one.',
  method:
    'The expiry date of the machine-readable zone, or the one printed beside its label, against the day the submission came in (UTC).',
  limits: [
    'Where the date is read unsurely, or could be read as two days, the check can’t tell.',
    'Documents without an expiry date are not told from those whose date was not found.',
  ],
  suggests: ['doc_expired'],
  unit: 'days left',
  appliesTo: documentCaptureKinds,
  needs: ['declared', 'mrz', 'text'],
  thresholds: {
    minDaysLeft: {
      value: 0,
      unit: 'days left',
      source: 'docs/decisions/021, Documents: valid on the day of the submission',
    },
  },
  run: ({ declared, mrz, text }, { minDaysLeft }) => {
    const today = declared.receivedAt.slice(0, 10)
    const fact = documentFacts(mrz, text, today).find(({ name }) => name === 'expiryDate')
    const nothing = { score: null, value: null, threshold: minDaysLeft }
    if (!fact) return { ...nothing, outcome: 'inconclusive', summary: 'No expiry date could be read on this side.' }
    const detail = { fields: [factForDetail(fact)] }
    const regions = [{ points: fact.place.map(clampPoint), value: null }]
    const left = fact.alternatives.map((day) => Math.round((lastDayMs(day) - Date.parse(today)) / dayMs))
    const verdicts = new Set(left.map((days) => days >= minDaysLeft))
    if (!fact.isCertain || verdicts.size > 1) {
      const why = verdicts.size > 1 ? 'could be read as two days' : 'was read unsurely'
      const summary = `The expiry date looks like ${fact.value}, but it ${why}.`
      return { ...nothing, outcome: 'inconclusive', summary, detail }
    }
    const value = left[0]!
    const valid = value >= minDaysLeft
    return {
      outcome: valid ? 'pass' : 'fail',
      score: Math.max(valid ? 50 : 0, Math.min(100, 50 + value / 4)),
      value,
      threshold: minDaysLeft,
      summary: valid
        ? `Valid until ${fact.value}, ${value} days after the submission.`
        : `Expired on ${fact.value}, ${-value} days before the submission.`,
      reasons: valid ? [] : ['doc_expired'],
      regions: valid ? [] : regions,
      detail,
    }
  },
})

/** A date may be of a whole month or year (`YYYY-MM`, `YYYY`): it ends with its last day. */
function lastDayMs(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  if (day !== undefined) return Date.parse(date)
  return Date.UTC(year!, month ?? 12, 0)
}
