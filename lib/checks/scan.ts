import { documentCaptureKinds } from '#lib/domain/capture'
import { hasCameraFacts, pagesOf, scannerOf, statedDpi } from '#lib/domain/picture-origin'
import { pageBorder } from '#lib/pixels/page-border'
import { defineCheck } from './check.ts'

/** Tells a scan or a PDF page from a photo of the document itself; whether scans are taken is the policy’s (C21). */
export const scan = defineCheck({
  id: 'scan',
  version: 1,
  group: 'file',
  title: { pass: 'No scan where none is taken', fail: 'A scan, no photo' },
  description:
    'A scan hides how the document lies and shines, and may be of a copy. Whether scans are taken is the policy’s to say.',
  method:
    'A PDF, or a scanner’s name in the metadata, is a fact. Otherwise two of three signs are asked for: a resolution scanners state and cameras don’t, a white border round the picture, and a border without any of a sensor’s noise.',
  limits: [
    'Scans without a border and without metadata pass.',
    'Of a PDF only the first page is looked at; that it has more is said.',
    'A photo laid on white and cleaned by a scanning app on the phone counts as a scan, which is what it looks like.',
  ],
  suggests: ['capture_digital_document'],
  unit: 'signs',
  appliesTo: documentCaptureKinds,
  needs: ['file', 'luma'],
  thresholds: {
    minSigns: { value: 2, unit: 'signs', source: 'docs/decisions/016: one sign alone is found in edited photos too' },
    whiteBorder: { value: 0.9, unit: 'share of the border', source: 'docs/decisions/016: corpus scans and photos' },
    flatBorder: { value: 0.9, unit: 'share of the border', source: 'docs/decisions/016: corpus scans and photos' },
  },
  run: ({ file, luma }, thresholds, policy) => {
    const { metadata, type } = file
    const camera = hasCameraFacts(metadata)
    const scanner = camera ? null : scannerOf(metadata)
    const dpi = camera ? null : scannerDpi(metadata)
    const border = pageBorder(luma)
    const facts = [type === 'pdf' && asPdf(pagesOf(metadata)), scanner && `made by ${scanner}`].filter(
      Boolean,
    ) as string[]
    const signs = [
      dpi && `${dpi} dots per inch are stated`,
      !camera && border.white > thresholds.whiteBorder && 'a white border runs round it',
      !camera && border.flat > thresholds.flatBorder && 'its border is free of a camera’s noise',
    ].filter(Boolean) as string[]
    const isScan = facts.length > 0 || signs.length >= thresholds.minSigns
    const value = facts.length * thresholds.minSigns + signs.length
    const told = [...facts, ...signs].join(', ')
    const detail = { facts, signs, dpi, whiteBorder: round(border.white), flatBorder: round(border.flat) }
    if (!isScan) {
      // Of the single signs only a stated resolution is strong enough to make a person look.
      return {
        outcome: dpi && !policy.scans ? 'inconclusive' : 'pass',
        score: signs.length > 0 ? 75 : 100,
        value,
        threshold: thresholds.minSigns,
        summary: signs.length > 0 ? `Only one sign of a scan: ${told}.` : 'Nothing of a scan stands out.',
        detail,
      }
    }
    if (policy.scans) {
      return {
        outcome: 'pass',
        score: 100,
        value,
        threshold: thresholds.minSigns,
        summary: `A scan, which the policy takes: ${told}.`,
        detail,
      }
    }
    return {
      outcome: 'fail',
      score: facts.length > 0 ? 10 : 30,
      value,
      threshold: thresholds.minSigns,
      summary: `A scan, and the policy takes none: ${told}.`,
      reasons: ['capture_digital_document'],
      detail,
    }
  },
})

function asPdf(pages: number): string {
  return pages === 1 ? 'it came as a PDF' : `it came as a PDF of ${pages} pages, of which only the first was looked at`
}

/** A stated resolution that scanners use; screens state 72, 96 or 144, and so do cameras. */
function scannerDpi(metadata: Readonly<Record<string, string>>): number | null {
  const dpi = statedDpi(metadata)
  return dpi !== null && dpi >= 150 && dpi !== 180 && dpi !== 240 ? dpi : null
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
