import { documentCaptureKinds } from '#lib/domain/capture'
import type { Outline } from '#lib/domain/region'
import { documentSeen } from '#lib/pixels/document-seen'
import { polygonArea } from '#lib/pixels/polygon-mask'
import { printedLetters } from '#lib/pixels/print-lines'
import type { Quad } from '#lib/pixels/quad'
import { rectangleLikeness } from '#lib/pixels/rectangle-likeness'
import { defineCheck } from './check.ts'

/** Whether a document is in the picture at all. */
export const documentPresent = defineCheck({
  id: 'document-present',
  version: 2,
  group: 'frame',
  title: { pass: 'A document is in the picture', fail: 'No document in the picture' },
  description: 'A picture of something else can’t be judged at all, and the customer should hear just that.',
  method:
    'A clear four-sided frame with square corners, in perspective, is a document’s edge, and so is one where a small network sees a document. Without one, letters standing in lines are counted, inside the frame found and in the whole picture: a scan has no edges but print. Where the network sees no document anywhere, no frame counts, and print alone leaves it open.',
  limits: [
    'Any printed card or page counts: which document it is, `document-type` says.',
    'A document too blurred to show edges or letters can be taken for none.',
    'Rows of windows or keys can look like lines of letters.',
    'A document with hardly any print, of a kind the network never saw, can be taken for none.',
  ],
  suggests: ['doc_not_found'],
  unit: 'certainty 0–1',
  appliesTo: documentCaptureKinds,
  needs: ['picture', 'luma', 'documentOutline'],
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
    leastSeen: {
      value: 0.2,
      unit: 'chance of a document at the likeliest place, 0–1',
      source: 'docs/decisions/044: 1 of 546 composed pictures with a document has less, 17 of 31 without',
    },
    goodFit: {
      value: 1.2,
      unit: 'fit of the outline to the document map, −1 to 2',
      source: 'docs/decisions/044: three frames on 31 tables without a document fit so well',
    },
    unseenPrint: {
      value: 0.4,
      unit: 'certainty 0–1, at most',
      source:
        'docs/decisions/044: below `present`, so that print where nothing looks like a document is left to a person',
    },
  },
  run: ({ picture, luma, documentOutline }, thresholds) => {
    const outline = documentOutline?.outline ?? null
    const confidence = documentOutline?.confidence ?? 0
    const seen = documentSeen(picture, outline)
    const unseen = seen !== null && seen.most < thresholds.leastSeen
    const isClear =
      outline !== null &&
      confidence >= thresholds.clearFrame &&
      polygonArea(outline) >= thresholds.minArea &&
      squareness(outline, luma) >= thresholds.minSquare
    const fits = seen !== null && seen.fit >= thresholds.goodFit
    // Counting letters is the dear part: only where the frame doesn't say it already.
    const letters = !unseen && (isClear || fits) ? null : lettersSeen(luma, outline)
    const certainty =
      letters === null
        ? Math.max(confidence, (seen?.fit ?? 0) / 2)
        : Math.min(unseen ? thresholds.unseenPrint : 1, letters / 80)
    const value = Math.round(100 * certainty) / 100
    const present = value >= thresholds.present
    const absent = value < thresholds.absent && (unseen || confidence < thresholds.someFrame)
    const framed = isClear ? 'its edges are clear' : 'what a frame holds looks like one'
    const shown = letters === null ? framed : `${letters || 'no'} letters stand in lines`
    const missing = unseen ? 'nothing in it looks like one' : 'no frame of edges'
    return {
      outcome: present ? 'pass' : absent ? 'fail' : 'inconclusive',
      score: 100 * value,
      value,
      threshold: thresholds.present,
      summary: present
        ? `A document is in the picture: ${shown}.`
        : absent
          ? `No document in the picture: ${missing}, and ${shown}.`
          : `Can’t tell whether this is a document: ${unseen ? missing : 'no clear frame'}, and ${shown}.`,
      reasons: absent ? ['doc_not_found'] : [],
      detail: {
        letters,
        confidence: Math.round(100 * confidence) / 100,
        seen: seen && Math.round(100 * seen.most) / 100,
        fit: seen && Math.round(100 * seen.fit) / 100,
      },
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
