import type { Plane } from '#lib/domain/artifacts'
import type { Grid } from './grid-regions.ts'
import { histogramOf, percentileOf, shareBetween } from './histogram.ts'
import { illumination } from './illumination.ts'

/** How a subject is lit. Levels 0–255, shares 0..1, ratios from 1. */
export interface LightMeasures {
  /** 95th percentile: as good as its white. */
  white: number
  /** Share on OFIQ's under-exposed levels 0–25 and over-exposed levels 247–255. */
  darkShare: number
  brightShare: number
  /** Bright surroundings over a dark subject; 0 where the one is not bright or the other not dark. */
  backlight: number
  /** Share of the surroundings that is burnt out (247–255). */
  glow: number
  /** Brightest over darkest lit part of what can be compared. */
  unevenness: number
  /** How that is lit, NaN off it. */
  lit: Grid
}

const darkSubject = 100
const brightSurroundings = 200

/**
 * Measures the light on the subject and how evenly it lies on what of it is comparable, such as its paper. Takes a plane of about 400 px,
 * masks row-major and of its size. Costs about 15 ms.
 */
export function lightMeasures(luma: Plane, subject: Uint8Array, comparable: Uint8Array): LightMeasures {
  const inside = histogramOf(luma, subject)
  const around = histogramOf(luma).map((count, level) => count - inside[level]!)
  const lit = illumination(luma, comparable)
  const middle = Math.max(1, percentileOf(inside, 0.5))
  const surroundings = percentileOf(around, 0.75)
  return {
    white: percentileOf(inside, 0.95),
    darkShare: shareBetween(inside, 0, 25),
    brightShare: shareBetween(inside, 247, 255),
    backlight: middle < darkSubject && surroundings > brightSurroundings ? surroundings / middle : 0,
    glow: shareBetween(around, 247, 255),
    unevenness: unevennessOf(lit),
    lit,
  }
}

/** Ratio of the 95th to the 5th percentile of the lit cells; 1 with fewer than nine. */
function unevennessOf({ values }: Grid): number {
  const lit = values.filter((value) => !Number.isNaN(value)).sort()
  if (lit.length < 9) return 1
  return lit[Math.floor(lit.length * 0.95)]! / Math.max(1, lit[Math.floor(lit.length * 0.05)]!)
}
