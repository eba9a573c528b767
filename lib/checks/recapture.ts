import type { DocumentOutline, Picture, Plane } from '#lib/domain/artifacts'
import { captureKinds } from '#lib/domain/capture'
import type { Region } from '#lib/domain/region'
import { colourMoire, cropSide, cropsOfDocument, cropsOfPicture, lumaMoire, type Moire } from '#lib/pixels/moire'
import { defineCheck } from './check.ts'

/** Looks for the screen a picture was photographed from (K8, C22). */
export const recapture = defineCheck({
  id: 'recapture',
  version: 1,
  group: 'origin',
  title: { pass: 'No screen shows through', fail: 'Photographed from a screen' },
  description:
    'A photo of a screen shows a picture of a document or a face, not the thing itself. The screen’s pixels and the camera’s beat against each other and leave patterns.',
  method:
    'Up to nine crops of the original’s own pixels, on the document where one was found, are looked at for single, repeated patterns off the axes, and the picture’s colours where that leaves doubt. A pattern counts if three crops have one and if it changes from place to place, as anything does that is seen by a camera; what stays exactly the same is print or a drawing.',
  limits: [
    'A sharp phone screen from afar, a blurred photo, or one sent through a messenger leaves no pattern: a pass proves nothing.',
    'Fine cloth or a printed screen filling the picture can look the same.',
    'A still picture cannot prove that a living person sat before the camera.',
  ],
  suggests: ['capture_photo_of_screen'],
  unit: 'contrast of the pattern, ln',
  appliesTo: captureKinds,
  needs: ['nativeLuma', 'picture', 'documentOutline'],
  thresholds: {
    sure: {
      value: 3.8,
      unit: 'contrast, ln',
      source: 'docs/decisions/016: no other picture of the corpus reaches 3.7; 32 of 36 simulated screens reach 3.8',
    },
    doubtful: { value: 2.9, unit: 'contrast, ln', source: 'docs/decisions/016' },
    everywhere: {
      value: 8,
      unit: 'crops of nine',
      source: 'docs/decisions/016: a cloth under a document shows in at most seven',
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
    const { found, seenIn, width, height, onDocument } = clearest(nativeLuma, picture, documentOutline, thresholds.sure)
    const value = Math.round(100 * found.contrast) / 100
    // Where the document is too small to be looked at alone, a cloth under it may be what was seen, unless it is everywhere.
    const everywhere = onDocument || documentOutline === null || found.crops.length >= thresholds.everywhere
    const sure = value >= thresholds.sure && everywhere
    const doubtful = value >= thresholds.doubtful
    return {
      outcome: sure ? 'fail' : doubtful ? 'inconclusive' : 'pass',
      score: 100 - (50 * value) / thresholds.sure,
      value,
      threshold: thresholds.sure,
      summary: sure
        ? `Patterns as of a screen’s pixels in ${found.crops.length} places, clearest in ${seenIn}: ${value}, from ${thresholds.sure} on it is a screen.`
        : doubtful
          ? `Patterns that a screen, cloth or print can make: ${value}, from ${thresholds.sure} on it is a screen.`
          : 'No pattern of a screen’s pixels shows.',
      reasons: sure ? ['capture_photo_of_screen'] : [],
      regions: doubtful ? regionsOf(found, width, height, thresholds.doubtful) : [],
      detail: { places: found.crops.length, seenIn, raster: found.raster },
    }
  },
})

/** On the document where one was found, else all over; then in colour where brightness shows some pattern but leaves doubt. */
function clearest(native: Plane, picture: Picture, outline: DocumentOutline | null, sure: number) {
  const own = outline ? cropsOfDocument(native, outline.outline) : []
  const onDocument = own.length > 0
  const found = lumaMoire(native, onDocument ? own : cropsOfPicture(native))
  const inLuma = { found, seenIn: 'brightness', width: native.width, height: native.height, onDocument }
  if (found.contrast >= sure || found.crops.length === 0) return inLuma
  const { width, height } = picture
  const ownColour = outline && onDocument ? cropsOfDocument(picture, outline.outline) : []
  if (onDocument && ownColour.length === 0) return inLuma
  const colour = colourMoire(picture, onDocument ? ownColour : cropsOfPicture(picture))
  return colour.contrast > found.contrast ? { found: colour, seenIn: 'colour', width, height, onDocument } : inLuma
}

function regionsOf({ crops }: Moire, width: number, height: number, least: number): Region[] {
  return crops
    .filter(({ contrast }) => contrast >= least)
    .map(({ place: [left, top], contrast }) => {
      const [x1, y1, x2, y2] = [left / width, top / height, (left + cropSide) / width, (top + cropSide) / height]
      return {
        points: [
          [x1, y1],
          [x2, y1],
          [x2, y2],
          [x1, y2],
        ],
        value: Math.round(100 * contrast) / 100,
      } as Region
    })
}
