import type { MrzReading } from '#lib/domain/artifacts'
import { captureKinds, type DocumentType, documentSizeMm, documentTypeOf } from '#lib/domain/capture'
import { mrzCheckDigits } from '#lib/domain/mrz-check-digits'
import { sidesOf } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** Height of capitals of OCR-B size 1, in which Doc 9303-3 has the machine-readable zone printed. */
const mrzLetterMm = 2.4

/** How many of the original's own pixels the document's long side, or the person's picture, has (C1). */
export const resolution = defineCheck({
  id: 'resolution',
  version: 3,
  group: 'picture',
  title: { pass: 'Resolution is high enough', fail: 'Resolution is too low' },
  description:
    'Small print needs pixels on the document itself: a large file with a small card in it is as unreadable as a small file.',
  method:
    'The document’s width in the original’s own pixels, by the outline found; of a selfie, the picture’s short side. Where a machine-readable zone was read with all its check digits, the picture has shown what it can: then the width is enough at which its letters have the height they need.',
  limits: [
    'An enlarged picture counts as large: see `upscaled`.',
    'Without an outline the whole picture counts as the document.',
    'Print smaller than the machine-readable zone’s can be lost although that was read: see `text-legible`.',
  ],
  suggests: ['image_low_resolution'],
  unit: 'px',
  appliesTo: captureKinds,
  needs: ['kind', 'file', 'documentOutline', 'mrz'],
  thresholds: {
    minDocumentWidth: {
      value: 480,
      unit: 'px',
      source: 'docs/decisions/021, Documents: ID-1 below 480 px across fails, below 640 px is weak',
    },
    minPassportWidth: {
      value: 700,
      unit: 'px',
      source: 'docs/decisions/021, Documents: the same 5.6 px/mm on the 125 mm of ID-3',
    },
    minLetterHeight: {
      value: 10,
      unit: 'px',
      source: 'docs/decisions/037: zones read exactly stay so down to 8 px; below 10 px readers of print fail',
    },
    minSelfieSide: {
      value: 300,
      unit: 'px',
      source: 'OFIQ inter-eye distance of 70 px at the ideal head size of 0.45',
    },
  },
  run: ({ kind, file, documentOutline, mrz }, thresholds) => {
    const documentType = documentTypeOf(kind)
    const value = Math.round(
      documentType === null
        ? Math.min(file.widthPx, file.heightPx)
        : documentOutline
          ? Math.max(...sidesOf(documentOutline.outline, file.widthPx, file.heightPx))
          : Math.max(file.widthPx, file.heightPx),
    )
    const threshold = neededPx(documentType, thresholds, mrz !== null && isProven(mrz))
    const enough = value >= threshold
    const what =
      documentType === null ? 'The picture’s short side' : documentOutline ? 'The document' : 'The whole picture'
    const pxPerMm = documentType && documentOutline ? value / documentSizeMm[documentType].width : null
    const letterPx = mrz?.letterHeightPx ?? (pxPerMm && pxPerMm * mrzLetterMm)
    const letters = letterPx
      ? mrz
        ? ` Machine-readable letters are ${Math.round(letterPx)} px high and were read.`
        : ` Letters of a machine-readable zone are some ${Math.round(letterPx)} px high at this size.`
      : ''
    return {
      outcome: enough ? 'pass' : 'fail',
      score: Math.min(100, (50 * value) / threshold),
      value,
      threshold,
      summary: `${what} is ${value} px ${documentType === null ? 'long' : 'across'}; at least ${threshold} px are needed.${letters}`,
      reasons: enough ? [] : ['image_low_resolution'],
      detail: {
        widthPx: file.widthPx,
        heightPx: file.heightPx,
        pxPerMm: pxPerMm && Math.round(10 * pxPerMm) / 10,
        mrzLetterPx: letterPx && Math.round(10 * letterPx) / 10,
      },
    }
  },
})

type Needed = Record<'minSelfieSide' | 'minPassportWidth' | 'minDocumentWidth' | 'minLetterHeight', number>

/** A zone that was read needs no more than what reading takes; how wide a document is then follows from its letters' size. */
function neededPx(documentType: DocumentType | null, needed: Needed, isRead: boolean): number {
  if (documentType === null) return needed.minSelfieSide
  const usual = documentType === 'passport' ? needed.minPassportWidth : needed.minDocumentWidth
  if (!isRead) return usual
  return Math.min(usual, Math.round((needed.minLetterHeight / mrzLetterMm) * documentSizeMm[documentType].width))
}

function isProven(mrz: MrzReading): boolean {
  return mrzCheckDigits(mrz).every(({ holds }) => holds)
}
