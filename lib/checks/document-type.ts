import type { Barcode, DocumentOutline, FileFacts } from '#lib/domain/artifacts'
import { documentCaptureKinds, documentTypeOf } from '#lib/domain/capture'
import { documentKind, wordedTypeTitle } from '#lib/domain/document-kind'
import type { ReasonCode } from '#lib/domain/reasons'
import { clampPoint, sidesOf } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** Whether this is the kind of document that was declared, and one that is taken at all (K3, K4). */
export const documentType = defineCheck({
  id: 'document-type',
  version: 2,
  group: 'content',
  title: { pass: 'Document is of the type declared', fail: 'Document is of another type' },
  description: 'A passport or ID card is needed, and the one the customer said they would send.',
  method:
    'The code that begins the machine-readable zone; without one the barcode of North American cards, or the document’s printed title where labels of fields stand beside it; or labels of name, birth, expiry and number on something of a card’s or a passport page’s shape.',
  limits: [
    'Titles are known in the Latin-script languages of Europe and America alone.',
    'Residence permits without such a title and with the code of an ID card pass as ID cards.',
    'Without machine-readable zone, title and labels the check can’t tell.',
  ],
  suggests: ['doc_type_mismatch', 'doc_type_unsupported', 'doc_wrong_page'],
  unit: '% sure',
  appliesTo: documentCaptureKinds,
  needs: ['kind', 'declared', 'file', 'documentOutline', 'mrz', 'barcodes', 'text'],
  thresholds: {},
  run: ({ kind, declared, file, documentOutline, mrz, barcodes, text }) => {
    const expected = declared.documentType ?? documentTypeOf(kind)!
    const aspect = documentOutline && aspectOf(documentOutline, file)
    const shape = documentOutline && aspect ? { outline: documentOutline.outline, aspect } : null
    const found = documentKind(mrz, text, barcodes, shape)
    const detail = {
      expected,
      found: found?.type ?? null,
      source: found?.source ?? null,
      said: found?.said ?? null,
      aspect,
      barcodes: barcodes.map(({ symbology }: Barcode) => symbology),
    }
    if (!found) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: null,
        summary: 'Neither a machine-readable zone nor a title says what document this is.',
        detail,
      }
    }
    const value = Math.round(100 * found.confidence)
    const said = `${speaker[found.source]} ${wordedTypeTitle[found.type]}`
    if (found.type === expected) {
      const summary = `${said}, as expected.`
      return { outcome: 'pass', score: 50 + value / 2, value, threshold: null, summary, detail }
    }
    if (found.source === 'layout') {
      return {
        outcome: 'inconclusive',
        score: null,
        value,
        threshold: null,
        summary: `${said}, but that is only likely.`,
        detail,
      }
    }
    const reason: ReasonCode =
      found.type === 'passport' || found.type === 'id_card'
        ? 'doc_type_mismatch'
        : found.type === 'visa' && expected === 'passport'
          ? 'doc_wrong_page'
          : 'doc_type_unsupported'
    return {
      outcome: 'fail',
      score: 50 - value / 2,
      value,
      threshold: null,
      summary: `${said}; ${wordedTypeTitle[expected]} was expected.`,
      reasons: [reason],
      regions: [{ points: found.place.map(clampPoint), value }],
      detail,
    }
  },
})

const speaker = {
  mrz: 'The machine-readable zone says this is',
  print: 'Its title says this is',
  barcode: 'Its barcode says this is',
  layout: 'Its labels and shape say this is',
} as const

/** Longer by shorter side, as the camera saw it; 1.42 for a passport's page, 1.59 for a card. */
function aspectOf({ outline }: DocumentOutline, { widthPx, heightPx }: FileFacts): number {
  const [across, down] = sidesOf(outline, widthPx, heightPx)
  return Math.round((100 * Math.max(across, down)) / Math.min(across, down)) / 100
}
