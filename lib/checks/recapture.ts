import type { Picture, Plane } from '#lib/domain/artifacts'
import { captureKinds } from '#lib/domain/capture'
import type { Region } from '#lib/domain/region'
import { colourMoire, cropsOfDocument, cropsOfPicture, lumaMoire, type Moire } from '#lib/pixels/moire'
import { defineCheck } from './check.ts'

/** Looks for the screen a picture was photographed from (K8, C22). */
export const recapture = defineCheck({
  id: 'recapture',
  version: 2,
  group: 'origin',
  title: { pass: 'No screen shows through', fail: 'Photographed from a screen' },
  description:
    'A photo of a screen shows a picture of a document or a face, not the thing itself. The screen’s pixels and the camera’s beat against each other and leave patterns.',
  method:
    'Two traces are looked for. In brightness: up to nine crops of the original’s own pixels, on the document where one was found, with single, repeated patterns off the axes. In colour: the 24 brightest and plainest of 48 smaller crops all over the picture, with repeated bands in which one colour grows where another fades, as a screen’s red, green and blue dots beat; ink only takes light away, so the colours of print and cloth fade together. Either counts if three crops have it and if it changes from place to place, as anything does that is seen by a camera; what stays exactly the same is print or a drawing. Cloth beats in brightness too, so that colours have to show at least faintly beside it.',
  limits: [
    'A sharp phone screen from afar, a blurred photo, or one sent through a messenger may leave no trace, and of simulated screens more than half pass: a pass proves nothing.',
    'A picture of a screen that was printed, or of cloth woven in fine stripes of several colours, can look the same.',
    'A still picture cannot prove that a living person sat before the camera.',
  ],
  suggests: ['capture_photo_of_screen'],
  unit: 'times a screen’s least',
  appliesTo: captureKinds,
  needs: ['nativeLuma', 'picture', 'documentOutline'],
  thresholds: {
    sure: { value: 1, unit: 'times', source: 'docs/decisions/040' },
    doubtful: { value: 0.8, unit: 'times', source: 'docs/decisions/040' },
    inBrightness: {
      value: 3.8,
      unit: 'contrast, ln',
      source: 'docs/decisions/016: no other picture of the corpus reaches 3.7',
    },
    inColour: {
      value: 2.2,
      unit: 'contrast, ln',
      source: 'docs/decisions/040: no other picture has 1.5 in three crops',
    },
    besideBrightness: {
      value: 1.5,
      unit: 'contrast, ln',
      source: 'docs/decisions/040: cloth, whose threads beat in brightness, shows no such colours',
    },
    minSide: { value: 400, unit: 'px', source: 'docs/decisions/016: below, three crops are the same one' },
  },
  run: ({ nativeLuma, picture, documentOutline }, thresholds) => {
    const places = cropsOfPicture(nativeLuma)
    if (Math.min(nativeLuma.width, nativeLuma.height) < thresholds.minSide || places.length < 3) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: thresholds.sure,
        summary: 'Too small to tell a screen’s pattern from the picture’s own.',
      }
    }
    const own = documentOutline ? cropsOfDocument(nativeLuma, documentOutline.outline) : []
    const brightness = lumaMoire(nativeLuma, own.length > 0 ? own : places)
    const colour = colourMoire(picture)
    const isInColour = colour.contrast / thresholds.inColour >= brightness.contrast / thresholds.inBrightness
    const [found, limit] = isInColour ? [colour, thresholds.inColour] : [brightness, thresholds.inBrightness]
    const value = rounded(found.contrast / limit)
    const sure = value >= thresholds.sure && colour.contrast >= thresholds.besideBrightness
    const doubtful = value >= thresholds.doubtful
    const seen = `${value}, from ${thresholds.sure} on it is a screen.`
    return {
      outcome: sure ? 'fail' : doubtful ? 'inconclusive' : 'pass',
      score: Math.max(sure ? 0 : 50, 100 - 50 * value),
      value,
      threshold: thresholds.sure,
      summary: sure
        ? `Patterns as of a screen’s pixels in ${found.crops.length} places, clearest in ${isInColour ? 'colour' : 'brightness'}: ${seen}`
        : value >= thresholds.sure
          ? `Patterns that a screen, cloth or print can make (${value}), but none of a screen’s colours.`
          : doubtful
            ? `Patterns that a screen, cloth or print can make: ${seen}`
            : 'No pattern of a screen’s pixels shows.',
      reasons: sure ? ['capture_photo_of_screen'] : [],
      regions: doubtful ? regionsOf(found, isInColour ? picture : nativeLuma, limit, thresholds.doubtful) : [],
      detail: {
        places: found.crops.length,
        brightness: rounded(brightness.contrast),
        colour: rounded(colour.contrast),
        raster: brightness.raster,
      },
    }
  },
})

function rounded(value: number): number {
  return Math.round(100 * value) / 100
}

function regionsOf(
  { crops, side }: Moire,
  { width, height }: Plane | Picture,
  limit: number,
  doubtful: number,
): Region[] {
  return crops
    .filter(({ contrast }) => contrast >= doubtful * limit)
    .map(({ place: [left, top], contrast }) => {
      const [x1, y1, x2, y2] = [left / width, top / height, (left + side) / width, (top + side) / height]
      return {
        points: [
          [x1, y1],
          [x2, y1],
          [x2, y2],
          [x1, y2],
        ],
        value: rounded(contrast / limit),
      }
    })
}
