import { documentCaptureKinds } from '#lib/domain/capture'
import type { Outline } from '#lib/domain/region'
import { polygonArea } from '#lib/pixels/polygon-mask'
import { printedLetters } from '#lib/pixels/print-lines'
import type { Quad } from '#lib/pixels/quad'
import { rectangleLikeness } from '#lib/pixels/rectangle-likeness'
import { defineCheck } from './check.ts'

/** Whether a document is in the picture at all. */
export const documentPresent = defineCheck({
  id: 'document-present',
  version: 1,
  group: 'frame',
  title: { pass: 'A document is in the picture', fail: 'No document in the picture' },
  description: 'A picture of something else can’t be judged at all, and the customer should hear just that.',
  method:
    'A clear four-sided frame with square corners, in perspective, is a document’s edge. Without one, letters standing in lines are counted, inside the frame found and in the whole picture: a scan has no edges but print.',
  limits: [
    'Any printed card or page counts: which document it is, `document-type` says.',
    'A document too blurred to show edges or letters can be taken for none.',
    'Rows of windows or keys can look like lines of letters.',
  ],
  suggests: ['doc_not_found'],
  unit: 'certainty 0–1',
  appliesTo: documentCaptureKinds,
  needs: ['luma', 'documentOutline'],
  thresholds: {
    present: {
      value: 0.5,
      unit: 'certainty 0–1',
      source: 'docs/decisions/018: the corpus’s documents have 45 letters and more, 40 count as 0.5',
    },
    absent: {
      value: 0.15,
      unit: 'certainty 0–1',
      source: 'docs/decisions/018: below 12 letters in lines and no frame, corpus and composed set',
    },
    clearFrame: { value: 0.8, unit: 'share of the outline on an edge', source: 'docs/decisions/018' },
    someFrame: { value: 0.75, unit: 'share of the outline on an edge', source: 'docs/decisions/018' },
    minSquare: { value: 0.6, unit: 'likelihood of square corners 0–1', source: 'docs/decisions/018' },
    minArea: { value: 0.06, unit: 'share of the picture', source: 'docs/decisions/018: faces give small frames' },
  },
  run: ({ luma, documentOutline }, thresholds) => {
    const confidence = documentOutline?.confidence ?? 0
    const isFrame =
      documentOutline !== null &&
      confidence >= thresholds.clearFrame &&
      polygonArea(documentOutline.outline) >= thresholds.minArea &&
      squareness(documentOutline.outline, luma) >= thresholds.minSquare
    // Counting letters is the dear part: only where the frame doesn't say it already.
    const letters = isFrame ? null : lettersSeen(luma, documentOutline?.outline ?? null)
    const value = Math.round(100 * (letters === null ? confidence : Math.min(1, letters / 80))) / 100
    const present = value >= thresholds.present
    const absent = value < thresholds.absent && confidence < thresholds.someFrame
    const seen = letters === null ? 'its edges are clear' : `${letters} letters stand in lines`
    return {
      outcome: present ? 'pass' : absent ? 'fail' : 'inconclusive',
      score: 100 * value,
      value,
      threshold: thresholds.present,
      summary: present
        ? `A document is in the picture: ${seen}.`
        : absent
          ? `No document in the picture: no frame of edges and ${letters} letters in lines.`
          : `Can’t tell whether this is a document: no clear frame, and ${seen}.`,
      reasons: absent ? ['doc_not_found'] : [],
      detail: { letters, confidence: Math.round(100 * confidence) / 100 },
    }
  },
})

function lettersSeen(luma: Parameters<typeof printedLetters>[0], outline: Outline | null): number {
  const inside = outline ? printedLetters(luma, outline) : 0
  return inside >= 40 ? inside : Math.max(inside, printedLetters(luma, null))
}

function squareness(outline: Outline, { width, height }: { width: number; height: number }): number {
  return rectangleLikeness(outline.map(([x, y]) => [x * width, y * height]) as Quad, { width, height }).square
}
