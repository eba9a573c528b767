import { largestFace } from '#lib/domain/largest-face'
import { defineCheck } from './check.ts'

/** How alike the selfie and the document's portrait are: shown to the reviewer, never a verdict. */
export const portraitMatch = defineCheck({
  id: 'portrait-match',
  version: 1,
  group: 'person',
  title: { pass: 'Selfie resembles the portrait', fail: 'Selfie and portrait to be compared' },
  description:
    'A number that helps to look twice, not one that decides: whether two pictures show one person is for the reviewer to say.',
  method:
    'A network turns each face into 1024 numbers; the similarity is the cosine between the selfie’s and the portrait’s. It never fails anyone and suggests no reason.',
  limits: [
    'Age, glasses, beard, light and print make one person’s pictures less alike; relatives and look-alikes more.',
    'The network was made for other purposes and is weaker than those made to tell faces apart; it was not measured on document portraits of the same people.',
    'Skin tones and ages may not be served equally.',
  ],
  suggests: [],
  unit: 'similarity −1 to 1',
  appliesTo: ['selfie'],
  needs: ['faces', 'companions'],
  thresholds: {
    minSimilarity: {
      value: 0.6,
      unit: 'cosine',
      source: 'docs/decisions/015: one person looking ahead 0.63 and more, 99 of 100 pairs of two people 0.59 and less',
    },
  },
  run: ({ faces, companions }, { minSimilarity }) => {
    const threshold = minSimilarity
    const unknown = { outcome: 'inconclusive', score: null, value: null, threshold } as const
    const found = largestFace(faces)
    if ('missing' in found) return { ...unknown, summary: found.missing }
    const own = found.face.descriptor
    const portraits = companions.flatMap(({ kind, readings }) => (kind === 'selfie' ? [] : (readings.faces?.[0] ?? [])))
    const portrait = portraits.find(({ descriptor }) => descriptor !== null)?.descriptor
    if (!own || !portrait) return { ...unknown, summary: 'No portrait of a document to compare with.' }
    const value = Math.round(100 * own.reduce((sum, number, n) => sum + number * portrait[n]!, 0)) / 100
    const seen = { score: (100 * (value - 0.2)) / 0.8, value, threshold }
    return value >= threshold
      ? { ...seen, outcome: 'pass', summary: `Similarity ${value}: alike. Compare them all the same.` }
      : {
          ...seen,
          outcome: 'inconclusive',
          summary: `Similarity ${value}: not clearly alike. Compare the two pictures.`,
        }
  },
})
