import type { Picture } from '#lib/domain/artifacts'
import { captureKinds } from '#lib/domain/capture'
import { chromaSpread } from '#lib/pixels/chroma-spread'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { factorTo, shrinkPicture } from '#lib/pixels/shrink'
import { defineCheck } from './check.ts'

const workingSidePx = 400

/** Tells a colour photo from a black-and-white or one-tinted one (K9), on the document where one is found. */
export const colour = defineCheck({
  id: 'colour',
  version: 2,
  group: 'picture',
  title: { pass: 'Capture is in colour', fail: 'Capture is black and white' },
  description: 'A black-and-white picture usually is a copy of a copy; colours are a part of what is checked.',
  method:
    'What is left of colour after taking away the usual colour of each brightness, so that one tint all over counts as none. A card’s back may be printed in black alone, so it has to have less, and is left open where what is round it is in colour.',
  limits: [
    'A front or data page printed in black alone counts as a copy.',
    'A colour photo of a grey copy of a card’s back passes, unless the camera adds hardly any colour of its own.',
    'A back printed in black alone, on a table without colour, can look like a black-and-white picture.',
  ],
  suggests: ['image_black_and_white'],
  unit: 'chroma levels',
  appliesTo: captureKinds,
  needs: ['kind', 'picture', 'documentOutline'],
  thresholds: {
    minSpread: {
      value: 2.5,
      unit: 'chroma levels',
      source:
        'docs/decisions/041: colour photos of grey prints 1.9 at most, documents and faces in colour 5.3 and more',
    },
    minBackSpread: {
      value: 1.2,
      unit: 'chroma levels, of a card’s back',
      source: 'docs/decisions/012: corpus, 22 November 2026',
    },
    maxTint: {
      value: 60,
      unit: 'chroma levels',
      source: 'docs/decisions/012: beyond this it is a colour, not the tint of a copy',
    },
  },
  run: ({ kind, picture, documentOutline }, thresholds) => {
    const small = shrinkPicture(picture, factorTo(workingSidePx, picture))
    const mask = documentOutline ? polygonMask(documentOutline.outline, small.width, small.height) : undefined
    const { spread, chroma } = chromaSpread(small, mask)
    const isBack = kind === 'id_back'
    const threshold = isBack ? thresholds.minBackSpread : thresholds.minSpread
    const grey = spread < threshold && chroma < thresholds.maxTint
    const value = Math.round(spread * 100) / 100
    const shown = value < 10 ? value : Math.round(value)
    const what = documentOutline ? 'document' : 'picture'
    const seen = { value, threshold, detail: { spread: value, chroma: Math.round(chroma * 10) / 10 } }
    if (grey && isBack && mask && surroundingSpread(small, mask) >= thresholds.minSpread) {
      const summary =
        'The back has no colour, and what is round it has: it may be printed in black alone, or be a copy.'
      return { ...seen, outcome: 'inconclusive', score: null, summary }
    }
    return {
      ...seen,
      outcome: grey ? 'fail' : 'pass',
      score: Math.min(100, (50 * spread) / threshold),
      summary: grey
        ? `The ${what} is black and white${chroma > 6 ? ', with a tint' : ''}: colours vary by ${shown} levels, at least ${threshold} are expected.`
        : `The ${what} is in colour: colours vary by ${shown} levels, at least ${threshold} are expected.`,
      reasons: grey ? ['image_black_and_white'] : [],
    }
  },
})

/** Less of the picture round a document tells nothing. */
const leastSurroundings = 0.1

/** Spread of colours off the document; 0 where hardly anything is off it. */
function surroundingSpread(picture: Picture, document: Uint8Array): number {
  const around = document.map((inside) => 1 - inside)
  const share = around.reduce((sum, outside) => sum + outside, 0) / around.length
  return share < leastSurroundings ? 0 : chromaSpread(picture, around).spread
}
