import { captureKinds } from '#lib/domain/capture'
import { chromaSpread } from '#lib/pixels/chroma-spread'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { factorTo, shrinkPicture } from '#lib/pixels/shrink'
import { defineCheck } from './check.ts'

const workingSidePx = 400

/** Tells a colour photo from a black-and-white or one-tinted one (K9), on the document where one is found. */
export const colour = defineCheck({
  id: 'colour',
  version: 1,
  group: 'picture',
  title: { pass: 'Capture is in colour', fail: 'Capture is black and white' },
  description: 'A black-and-white picture usually is a copy of a copy; colours are a part of what is checked.',
  method:
    'What is left of colour after taking away the usual colour of each brightness, so that one tint all over counts as none.',
  limits: ['A colour photo of a grey copy is told only if the camera adds little colour of its own.'],
  suggests: ['image_black_and_white'],
  unit: 'chroma levels',
  appliesTo: captureKinds,
  needs: ['picture', 'documentOutline'],
  thresholds: {
    minSpread: { value: 1.2, unit: 'chroma levels', source: 'docs/decisions/012: corpus, 22 November 2026' },
    maxTint: {
      value: 60,
      unit: 'chroma levels',
      source: 'docs/decisions/012: beyond this it is a colour, not the tint of a copy',
    },
  },
  run: ({ picture, documentOutline }, thresholds) => {
    const small = shrinkPicture(picture, factorTo(workingSidePx, picture))
    const mask = documentOutline ? polygonMask(documentOutline.outline, small.width, small.height) : undefined
    const { spread, chroma } = chromaSpread(small, mask)
    const grey = spread < thresholds.minSpread && chroma < thresholds.maxTint
    const value = Math.round(spread * 100) / 100
    const what = documentOutline ? 'document' : 'picture'
    return {
      outcome: grey ? 'fail' : 'pass',
      score: Math.min(100, (50 * spread) / thresholds.minSpread),
      value,
      threshold: thresholds.minSpread,
      summary: grey
        ? `The ${what} is black and white${chroma > 6 ? ', with a tint' : ''}: colours vary by ${value}, at least ${thresholds.minSpread} are expected.`
        : `The ${what} is in colour: colours vary by ${value}, at least ${thresholds.minSpread} are expected.`,
      reasons: grey ? ['image_black_and_white'] : [],
      detail: { spread: value, chroma: Math.round(chroma * 10) / 10 },
    }
  },
})
