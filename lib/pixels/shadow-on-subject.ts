import type { Region } from '#lib/domain/region'
import type { CastShadow } from './cast-shadow.ts'
import type { FaceLight } from './face-light.ts'
import { type Grid, gridRegions } from './grid-regions.ts'

/** What a step in the light has to show to be a cast shadow, in shares as `CastShadow` has them. */
export interface CastLimits {
  minTwoLevels: number
  minFromOutside: number
  minShadowArea: number
}

/** What is darker than this against its surroundings is ink; unevenness covers deeper shadows (docs/decisions/017). */
const darkestShadow = 3.5

/** A step in the light that comes in from outside the page, not a slope, a corner or a printed portrait. */
export function isCast(
  { step, twoLevels, fromOutside, area }: CastShadow,
  { minTwoLevels, minFromOutside, minShadowArea }: CastLimits,
): boolean {
  if (step > darkestShadow) return false
  return twoLevels > minTwoLevels && fromOutside > minFromOutside && area > minShadowArea && area < 1 - minShadowArea
}

/** Light on the face over that in the shadow on it; 1 where there is none. */
export function stepOnFace(
  { cast, lightStep }: FaceLight,
  limits: Omit<CastLimits, 'minTwoLevels'> & { minFaceLevels: number },
): number {
  return cast && isCast(cast, { ...limits, minTwoLevels: limits.minFaceLevels }) ? lightStep : 1
}

/** Where the shadow lies: the dark part of a cast one, or without one what is lit less than the rest. */
export function shadowRegions(lit: Grid, cast: CastShadow | null): Region[] {
  if (!cast) return darkRegions(lit)
  return gridRegions(cast.dark, { low: 1, high: 1, minCells: 4, maxRegions: 1 }).map(({ region }) => region)
}

/** The parts lit by less than two thirds of the brightest. */
function darkRegions(lit: Grid): Region[] {
  const brightest = Math.max(...lit.values.filter((value) => !Number.isNaN(value)))
  const values = lit.values.map((value) => (Number.isNaN(value) ? 0 : value < 0.67 * brightest ? 1 : 0))
  return gridRegions({ ...lit, values }, { low: 1, high: 1, minCells: 2, maxRegions: 4 }).map(({ region }) => region)
}
