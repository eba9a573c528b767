import { largestFace } from '#lib/domain/largest-face'
import { boxRegion, type Region } from '#lib/domain/region'
import { boxOf } from '#lib/pixels/face-measures'
import { defineCheck } from './check.ts'

/** No sunglasses and no mask (C17). What leaves the face free, a religious head covering above all, is not looked for. */
export const faceCovered = defineCheck({
  id: 'face-covered',
  version: 1,
  group: 'person',
  title: { pass: 'Face is uncovered', fail: 'Face is covered' },
  description:
    'Sunglasses and masks hide what faces are compared by. Head coverings that leave the face free are allowed and not judged.',
  method:
    'Sunglasses: the places of both eyes are dark and flat against the cheeks of the same face, and a bar crosses the nose’s root. Mask: the colour round mouth and chin, and of the cheeks, differs from forehead and nose of the same face.',
  limits: [
    'A mask of the colour of skin, or any mask on a black-and-white picture, is not seen.',
    'The deep shadow of a cap’s brim can look like sunglasses: it is left to the reviewer.',
    'A scarf over mouth and chin alone is left to the reviewer, for a beard can look the same.',
    'A hand or hair over part of the face is not looked for.',
  ],
  suggests: ['face_covered'],
  unit: '× the limit',
  appliesTo: ['selfie'],
  needs: ['faces'],
  thresholds: {
    minEyeLevel: {
      value: 0.38,
      unit: 'eyes over cheeks',
      source: 'docs/decisions/015: sunglasses 0.05–0.36, bare eyes of every skin tone 0.54 and more',
    },
    minEyeContrast: {
      value: 0.35,
      unit: 'over cheeks',
      source: 'docs/decisions/015: sunglasses 0.04–0.32, bare eyes 0.36 and more',
    },
    minBridge: {
      value: 0.1,
      unit: 'bend over cheeks',
      source: 'docs/decisions/015: sunglasses cross the nose with 0.14 and more, a shadow does not',
    },
    unsureEyeLevel: { value: 0.5, unit: 'eyes over cheeks', source: 'docs/decisions/015: shadow of a brim 0.40' },
    unsureEyeContrast: { value: 0.45, unit: 'over cheeks', source: 'docs/decisions/015: shadow of a brim 0.38' },
    maxLowerFaceColour: {
      value: 0.075,
      unit: 'share of light',
      source: 'docs/decisions/015: masks 0.09 and more, bare faces up to 0.054, beards to 0.073; both must hold',
    },
    maxCheekColour: {
      value: 0.045,
      unit: 'share of light',
      source: 'docs/decisions/015: masks 0.051 and more, beards and all others 0.032 and less',
    },
    unsureLowerFaceColour: { value: 0.058, unit: 'share of light', source: 'docs/decisions/015: a white mask 0.062' },
    unsureCheekColour: { value: 0.04, unit: 'share of light', source: 'docs/decisions/015: with the one above' },
    strangeLowerFaceColour: { value: 0.1, unit: 'share of light', source: 'docs/decisions/015: above any beard seen' },
  },
  run: ({ faces }, thresholds) => {
    const found = largestFace(faces)
    const unknown = { outcome: 'inconclusive', score: null, value: null, threshold: 1 } as const
    if ('missing' in found) return { ...unknown, summary: found.missing }
    const { mesh, wear } = found.face
    if (!wear) return { ...unknown, summary: 'The face was not looked at closely enough to tell.' }
    const shades = Math.min(
      thresholds.minEyeLevel / wear.eyeLevel,
      thresholds.minEyeContrast / wear.eyeContrast,
      wear.bridge / thresholds.minBridge,
    )
    const mask = Math.min(
      wear.lowerFaceColour / thresholds.maxLowerFaceColour,
      wear.cheekColour / thresholds.maxCheekColour,
    )
    const value = Math.max(shades, mask)
    const { eyeLevel, eyeContrast, bridge, lowerFaceColour, cheekColour } = wear
    const seen = {
      score: value <= 1 ? 100 - 50 * value : 50 / value,
      value: Math.round(100 * value) / 100,
      threshold: 1,
      detail: { eyeLevel, eyeContrast, bridge, lowerFaceColour, cheekColour },
    }
    if (value > 1) {
      const words = [
        shades > 1
          ? `dark before both eyes, which have ${Math.round(100 * eyeLevel)} % of the cheeks’ brightness (sunglasses?)`
          : '',
        mask > 1 ? 'of another colour round mouth and chin than above (mask or scarf?)' : '',
      ].filter(Boolean)
      const parts = [
        ...(shades > 1 ? (['rightEye', 'leftEye'] as const) : []),
        ...(mask > 1 ? (['lowerFace'] as const) : []),
      ]
      const regions = parts.map((part): Region => boxRegion(boxOf(mesh, part)))
      return {
        ...seen,
        outcome: 'fail',
        summary: `The face is ${words.join(', and ')}.`,
        reasons: ['face_covered'],
        regions,
      }
    }
    const doubts = [
      eyeLevel < thresholds.unsureEyeLevel && eyeContrast < thresholds.unsureEyeContrast
        ? 'The eyes lie in the dark: a shadow, or sunglasses.'
        : '',
      lowerFaceColour > thresholds.strangeLowerFaceColour ||
      (lowerFaceColour > thresholds.unsureLowerFaceColour && cheekColour > thresholds.unsureCheekColour)
        ? 'Mouth and chin differ in colour from the face above: a beard, light, or something over them.'
        : '',
    ].filter(Boolean)
    if (doubts.length > 0) return { ...seen, outcome: 'inconclusive', summary: doubts.join(' ') }
    return { ...seen, outcome: 'pass', summary: 'Neither sunglasses nor a mask.' }
  },
})
