import type { DocumentOutline, Face, Plane } from '#lib/domain/artifacts'
import type { OutlinePoint } from '#lib/domain/region'
import { clampPoint } from '#lib/domain/region'
import { documentOutline } from '#lib/pixels/document-outline'
import { printedLetters } from '#lib/pixels/print-lines'
import { defineCheck } from './check.ts'

/** Whether the selfie shows a person, and not a document with a portrait on it. */
export const personPresent = defineCheck({
  id: 'person-present',
  version: 1,
  group: 'person',
  title: { pass: 'Selfie shows a person', fail: 'Selfie shows a document' },
  description: 'Some send the document once more, or a picture of its portrait, where they were asked for themselves.',
  method:
    'A face as large as people’s are on selfies is enough. Below that, letters standing in lines are counted, in the picture and in a document’s frame in it: where there are as many as on a document, and the face lies in the frame or there is none, it is one.',
  limits: [
    'A portrait photographed from so near that it fills the picture counts as a person; see `recapture`.',
    'A small person before a wall of print can be taken for a document.',
    'Someone who holds a document beside their face passes.',
    'That a living person sat there, no still picture can prove.',
  ],
  suggests: ['selfie_is_document'],
  unit: 'letters in lines',
  appliesTo: ['selfie'],
  needs: ['picture', 'luma', 'faces'],
  thresholds: {
    largeFace: {
      value: 0.4,
      unit: 'face height over the picture’s short side',
      source: 'docs/decisions/037: portraits on documents that fill the picture reach 0.38',
    },
    maxLetters: {
      value: 80,
      unit: 'letters in lines',
      source: 'docs/decisions/037: all but two of 52 documents show 107 and more, selfies with a small face at most 41',
    },
    clearFrame: { value: 0.75, unit: 'share of the outline on an edge', source: 'docs/decisions/018' },
    sureFace: {
      value: 0.1,
      unit: 'face height over the picture’s short side',
      source: 'docs/decisions/037: smaller ones on documents are ghosts of the portrait',
    },
  },
  run: ({ picture, luma, faces }, thresholds) => {
    const [face] = faces
    const size = face ? sizeOf(face, luma) : 0
    const threshold = thresholds.maxLetters
    const share = `${Math.round(100 * size)} % of the picture’s short side`
    if (size >= thresholds.largeFace) {
      const summary = `A person’s face takes ${share}.`
      return { outcome: 'pass', score: 100, value: null, threshold, summary, detail: { faceSize: round(size) } }
    }
    const frame = documentOutline(picture)
    const letters = lettersIn(luma, frame)
    const isBeside = face !== undefined && size >= thresholds.sureFace && frame !== null && !liesIn(face, frame)
    // Rows of windows look like lines of letters: without a portrait it takes a clear frame, too.
    const isDocument = letters >= threshold && (face !== undefined || (frame?.confidence ?? 0) >= thresholds.clearFrame)
    const detail = { faceSize: round(size), letters, besideDocument: isBeside }
    const measured = { value: letters, threshold, detail }
    if (isDocument && !isBeside) {
      const who = face ? `its portrait takes ${share}` : 'there is no face'
      const summary = `The selfie shows a document: ${letters} letters stand in lines, and ${who}.`
      const regions = frame ? [{ points: frame.outline.map(clampPoint), value: letters }] : []
      return {
        ...measured,
        outcome: 'fail',
        score: Math.max(0, 40 - letters / 10),
        summary,
        reasons: ['selfie_is_document'],
        regions,
      }
    }
    if (!face || isDocument) {
      const summary = face
        ? 'A face beside a document: a person should look whose it is.'
        : 'No face, and too few letters in lines for a document.'
      return { ...measured, outcome: 'inconclusive', score: null, summary }
    }
    const summary = `A face of ${share}, and no document round it.`
    return { ...measured, outcome: 'pass', score: Math.max(50, 100 - letters / 2), summary }
  },
})

function sizeOf({ box: [, top, , bottom] }: Face, { width, height }: Plane): number {
  return ((bottom - top) * height) / Math.min(width, height)
}

function lettersIn(luma: Plane, frame: DocumentOutline | null): number {
  return Math.max(printedLetters(luma, null), frame ? printedLetters(luma, frame.outline) : 0)
}

/** True where the face's middle lies in the frame. Corners run clockwise. */
function liesIn({ box: [left, top, right, bottom] }: Face, { outline }: DocumentOutline): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return outline.every(([x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % 4] as OutlinePoint
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) >= 0
  })
}

function round(value: number): number {
  return Math.round(100 * value) / 100
}
