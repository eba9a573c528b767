import type { Picture, Plane } from '#lib/domain/artifacts'
import type { OutlinePoint } from '#lib/domain/region'
import { type CastShadow, castShadow } from './cast-shadow.ts'
import { histogramOf, shareBetween } from './histogram.ts'
import { lightOf } from './light.ts'
import { polygonMask } from './polygon-mask.ts'
import { usualColour } from './usual-colour.ts'

/** Brow to mouth of a face that fills a selfie's middle: skin with eyes and nose, no hair, no clothes. */
export const innerFace: readonly OutlinePoint[] = [
  [0.38, 0.3],
  [0.62, 0.3],
  [0.62, 0.62],
  [0.38, 0.62],
]

/** How a selfie's face is lit, without looking for the face. */
export interface FaceLight {
  /** Share of it that is burnt out (levels 247–255), 0..1. */
  burntShare: number
  /** Two levels of light on its skin; null where too little has one colour. */
  cast: CastShadow | null
  /** Light on the brighter of the two over that on the darker, from 1. Of light, not of levels: these stand further apart on dark skin. */
  lightStep: number
}

/** Takes picture and luma of about 400 px; skin is what is within `reach` of the usual colour there. Costs about 10 ms. */
export function faceLight(picture: Picture, luma: Plane, reach: number): FaceLight {
  const face = polygonMask(innerFace, luma.width, luma.height)
  const cast = castShadow(luma, face, usualColour(picture, face, reach))
  return {
    burntShare: shareBetween(histogramOf(luma, face), 247, 255),
    cast,
    lightStep: cast ? lightOf(cast.bright) / lightOf(cast.bright / cast.step) : 1,
  }
}
