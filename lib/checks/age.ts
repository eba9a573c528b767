import { daysOf, fullYears } from '#lib/domain/calendar'
import { documentCaptureKinds } from '#lib/domain/capture'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'
import { datedFact } from './dated-fact.ts'

/** Whether the holder was old enough on the day the submission came in (K1). The minimum is the policy's. */
export const age = defineCheck({
  id: 'age',
  version: 3,
  group: 'content',
  title: { pass: 'Holder is old enough', fail: 'Holder is below the minimum age' },
  description: 'The service may be offered only from a certain age on, by the birth date on the document.',
  method:
    'The birth date of the machine-readable zone, of a North American card’s barcode, or the one printed beside its label, against the day the submission came in (UTC).',
  limits: [
    'Where the date is read unsurely, or could be read as two days, the check can’t tell.',
    'Of a birth date with unknown parts the youngest age is told; where the oldest would do and that would not, the check can’t tell.',
  ],
  suggests: ['age_below_minimum'],
  unit: 'years',
  appliesTo: documentCaptureKinds,
  needs: ['declared', 'mrz', 'barcodes', 'text'],
  thresholds: {},
  run: (artifacts, _, { minimumAgeYears: minimum }) => {
    const question = {
      name: 'birthDate',
      called: 'birth date',
      threshold: minimum,
      measure: fullYears,
      daysOf,
    } as const
    const read = datedFact(artifacts, question)
    if ('verdict' in read) return read.verdict
    const { fact, value, holds, detail } = read.known
    return {
      outcome: holds ? 'pass' : 'fail',
      score: Math.max(0, Math.min(100, 50 + 10 * (value - minimum))),
      value,
      threshold: minimum,
      summary: `Born ${fact.value}: ${value} years old on the day of the submission, at least ${minimum} are needed.`,
      reasons: holds ? [] : ['age_below_minimum'],
      regions: holds ? [] : [{ points: fact.place.map(clampPoint), value }],
      detail,
    }
  },
})
