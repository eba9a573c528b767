import { daysUntil } from '#lib/domain/calendar'
import { documentCaptureKinds } from '#lib/domain/capture'
import { formatCounted } from '#lib/domain/format'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'
import { datedFact } from './dated-fact.ts'

/** Whether the document was valid when the submission came in (K5), and for as long after it as the policy asks. */
export const documentExpiry = defineCheck({
  id: 'document-expiry',
  version: 3,
  group: 'content',
  title: { pass: 'Document is in date', fail: 'Document has expired, or soon will' },
  description: 'An expired document proves nothing, and the customer can send another one.',
  method:
    'The expiry date of the machine-readable zone, of a North American card’s barcode, or the one printed beside its label, against the day the submission came in (UTC).',
  limits: [
    'Where the date is read unsurely, or could be read as two days, the check can’t tell.',
    'Documents without an expiry date are not told from those whose date was not found.',
  ],
  suggests: ['doc_expired', 'doc_expires_soon'],
  unit: 'days left',
  appliesTo: documentCaptureKinds,
  needs: ['declared', 'mrz', 'barcodes', 'text'],
  thresholds: {
    minDaysLeft: {
      value: 0,
      unit: 'days left',
      source: 'docs/decisions/021, Documents: valid on the day of the submission',
    },
  },
  run: (artifacts, { minDaysLeft }) => {
    const question = {
      name: 'expiryDate',
      called: 'expiry date',
      threshold: minDaysLeft,
      measure: daysUntil,
      // Without its day it is valid to the end of the month, or year.
      daysOf: (date: string) => [date],
    } as const
    const read = datedFact(artifacts, question)
    if ('verdict' in read) return read.verdict
    const { fact, value, holds, detail } = read.known
    return {
      outcome: holds ? 'pass' : 'fail',
      score: Math.max(holds ? 50 : 0, Math.min(100, 50 + value / 4)),
      value,
      threshold: minDaysLeft,
      summary: summaryOf(fact.value, value, minDaysLeft),
      reasons: holds ? [] : [value < 0 ? 'doc_expired' : 'doc_expires_soon'],
      regions: holds ? [] : [{ points: fact.place.map(clampPoint), value: null }],
      detail,
    }
  },
})

function summaryOf(date: string, daysLeft: number, minimum: number): string {
  if (daysLeft < 0) return `Expired on ${date}, ${spanOf(-daysLeft)} before the submission.`
  const left = daysLeft === 0 ? 'the day of the submission' : `${spanOf(daysLeft)} after the submission`
  const short = daysLeft < minimum ? `; at least ${formatCounted(minimum, 'day')} are asked for` : ''
  return `Valid until ${date}, ${left}${short}.`
}

const daysOfYear = 365.25

/** Nobody counts in days what is years away. */
function spanOf(days: number): string {
  return days < 2 * daysOfYear ? formatCounted(days, 'day') : `over ${Math.floor(days / daysOfYear)} years`
}
