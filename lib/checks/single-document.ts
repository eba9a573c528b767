import { documentCaptureKinds } from '#lib/domain/capture'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** Whether there is one document in the picture and not several (the group "document in the frame"). */
export const singleDocument = defineCheck({
  id: 'single-document',
  version: 1,
  group: 'frame',
  title: { pass: 'One document in the picture', fail: 'Several documents in one picture' },
  description: 'With two documents in a picture it is not clear which one is meant, and each gets half the pixels.',
  method:
    'Of all four-sided frames of edges, those apart from the document that are as document-like: closed, with print in them, and the shape of a card or page in perspective.',
  limits: [
    'A bank card or a printed sheet beside the document counts as one, too.',
    'Two sides of a card scanned on one sheet, edge to edge, are not told apart.',
    'The two pages of an open passport are one document.',
  ],
  suggests: ['doc_multiple_in_image'],
  unit: 'documents',
  appliesTo: documentCaptureKinds,
  needs: ['documentOutline'],
  thresholds: {
    maxDocuments: {
      value: 1,
      unit: 'documents',
      source: 'docs/decisions/021, Documents: a capture is one image of one document',
    },
  },
  run: ({ documentOutline }, thresholds) => {
    const limit = thresholds.maxDocuments
    if (!documentOutline) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: limit,
        summary: 'No document edges stand out, so documents can’t be counted.',
      }
    }
    const others = documentOutline.others ?? []
    const value = 1 + others.length
    const failed = value > limit
    return {
      outcome: failed ? 'fail' : 'pass',
      score: failed ? Math.max(0, 40 - 20 * others.length) : 100,
      value,
      threshold: limit,
      summary: failed ? `${value} documents are in the picture; one is expected.` : 'One document is in the picture.',
      reasons: failed ? ['doc_multiple_in_image'] : [],
      regions: others.map((outline) => ({ points: outline.map(clampPoint), value: null })),
    }
  },
})
