import { captureKinds } from '#lib/domain/capture'
import { noFingerprint } from '#lib/pixels/perceptual-hash'
import { defineCheck } from './check.ts'

const nothingToCompareWith = {
  outcome: 'not_applicable',
  score: null,
  value: null,
  threshold: null,
  summary: 'There are no other cases here to compare with.',
} as const

/** Whether the same picture was sent in another case (a hint that one person uses another's document, or their own twice). */
export const duplicateCapture = defineCheck({
  id: 'duplicate-capture',
  version: 1,
  group: 'origin',
  title: { pass: 'Picture not seen before', fail: 'Picture seen in another case' },
  description:
    'One picture serving two cases means that one of them is not about the person who sent it, or that somebody came twice. Whoever decides has to see both.',
  method:
    'A 64-bit perceptual hash of the whole picture is compared with those of the same client’s other cases. The same picture compressed, resized, lightened or cropped by a few hundredths differs in few bits; another person’s document of the same layout in many more.',
  limits: [
    'A picture cropped by more than a few hundredths, turned or mirrored is not recognised.',
    'Two photos of the same document are two pictures.',
    'Photos of one person taken one after the other can count as the same picture.',
    'Scans of one document from different sources count as the same picture.',
    'Pictures sent to other clients are never compared.',
  ],
  suggests: ['duplicate_image'],
  unit: 'bits of 64 that differ',
  appliesTo: captureKinds,
  needs: ['fingerprint', 'nearDuplicates'],
  thresholds: {
    maxDistance: {
      value: 8,
      unit: 'bits of 64 that differ',
      source: 'docs/decisions/020: pictures of different people are 12 bits apart or more',
    },
  },
  run: ({ fingerprint, nearDuplicates }, { maxDistance }) => {
    if (!nearDuplicates) return nothingToCompareWith
    const same = nearDuplicates.filter(({ distance }) => distance <= maxDistance)
    const nearest = same.toSorted((a, b) => a.distance - b.distance)[0]
    const captures = same.map(({ caseReference, captureId, distance }) => ({ caseReference, captureId, distance }))
    const detail = { captures }
    if (fingerprint === noFingerprint) {
      const summary = 'There is too little in the picture to tell it from others.'
      return { outcome: 'inconclusive', score: null, value: null, threshold: maxDistance, summary, detail }
    }
    if (!nearest) {
      const summary = 'No other case has a picture that looks like this one.'
      return { outcome: 'pass', score: 100, value: null, threshold: maxDistance, summary, detail }
    }
    const cases = new Set(same.map(({ caseReference }) => caseReference)).size
    const where = cases === 1 ? `case ${nearest.caseReference}` : `${cases} other cases, first ${nearest.caseReference}`
    return {
      outcome: 'fail',
      score: (50 * nearest.distance) / (maxDistance + 1),
      value: nearest.distance,
      threshold: maxDistance,
      summary: `The same picture is in ${where}: ${nearest.distance} of 64 bits differ, up to ${maxDistance} count as the same.`,
      reasons: ['duplicate_image'],
      detail,
    }
  },
})
