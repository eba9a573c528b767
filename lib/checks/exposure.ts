import { captureKinds, showsDocument } from '#lib/domain/capture'
import type { ReasonCode } from '#lib/domain/reasons'
import type { Outline, Region } from '#lib/domain/region'
import { type Grid, gridRegions } from '#lib/pixels/grid-regions'
import { histogramOf, percentileOf, shareBetween } from '#lib/pixels/histogram'
import { illumination } from '#lib/pixels/illumination'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { factorTo, shrinkPlane } from '#lib/pixels/shrink'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

const workingSidePx = 400

/** One way in which the light can be wrong, with how far it is from its own limit: above 1 is too far. */
interface Fault {
  name: 'dark' | 'bright' | 'backlit' | 'uneven'
  reason: ReasonCode
  /** Measured over allowed. */
  excess: number
  words: string
  regions: Region[]
}

/** Too dark, too bright, lit from behind, or unevenly lit (C3): on the document, or on the middle of a selfie. */
export const exposure = defineCheck({
  id: 'exposure',
  version: 1,
  title: { pass: 'Light is right', fail: 'Light is wrong' },
  description:
    'Too little, too much or one-sided light hides print and faces. A face’s own brightness is never judged.',
  unit: '× the limit',
  appliesTo: captureKinds,
  needs: ['kind', 'luma', 'documentOutline'],
  thresholds: {
    maxDarkShare: {
      value: 0.4,
      unit: 'share on levels 0–25',
      source: 'OFIQ under-exposure levels; share from vision.md 2.1',
    },
    minWhite: {
      value: 70,
      unit: 'level of the 95th percentile',
      source: 'docs/decisions/012: corpus, 22 November 2026',
    },
    maxBrightShare: {
      value: 0.25,
      unit: 'share on levels 247–255',
      source: 'OFIQ over-exposure levels; share from vision.md 2.1',
    },
    maxBlack: {
      value: 60,
      unit: 'level of the 2nd percentile',
      source: 'docs/decisions/012: clean white paper keeps its black print',
    },
    maxBacklight: {
      value: 2.5,
      unit: 'ratio',
      source: 'vision.md 2.1: surroundings over subject, subject below 80, surroundings above 200',
    },
    maxUneven: { value: 1.8, unit: 'ratio', source: 'vision.md 2.1: brightest over darkest lit paper' },
  },
  run: ({ kind, luma, documentOutline }, thresholds) => {
    const small = shrinkPlane(luma, factorTo(workingSidePx, luma))
    const outline = documentOutline?.outline ?? null
    const subject = polygonMask(outline ?? (showsDocument(kind) ? wholePicture : middle), small.width, small.height)
    const inside = histogramOf(small, subject)
    const around = histogramOf(
      small,
      subject.map((one) => 1 - one),
    )
    const white = percentileOf(inside, 0.95)
    const subjectLevel = Math.max(1, percentileOf(inside, 0.5))
    const aroundLevel = percentileOf(around, 0.75)
    const backlit = subjectLevel < 80 && aroundLevel > 200 ? aroundLevel / subjectLevel : 0
    const blackFaded = percentileOf(inside, 0.02) / thresholds.maxBlack
    const darkShare = shareBetween(inside, 0, 25)
    const brightShare = shareBetween(inside, 247, 255)
    const lit = outline ? illumination(small, subject) : null
    const uneven = lit ? unevenness(lit) : 1
    const place = frameRegion(outline)
    const faults: Fault[] = [
      {
        name: 'dark',
        reason: 'image_too_dark',
        excess:
          Math.max(darkShare / thresholds.maxDarkShare, thresholds.minWhite / Math.max(1, white)) *
          (white < 2 * thresholds.minWhite ? 1 : 0.5),
        words: `too dark, ${percent(darkShare)} of it black`,
        regions: place,
      },
      {
        name: 'bright',
        reason: 'image_too_bright',
        excess: Math.min(brightShare / thresholds.maxBrightShare, blackFaded),
        words: `over-exposed, ${percent(brightShare)} of it burnt out`,
        regions: place,
      },
      {
        name: 'backlit',
        reason: 'image_backlit',
        excess: backlit / thresholds.maxBacklight,
        words: `lit from behind, surroundings ${backlit.toFixed(1)} times as bright`,
        regions: place,
      },
      {
        name: 'uneven',
        reason: 'image_shadow',
        excess: uneven / thresholds.maxUneven,
        words: `unevenly lit, its brightest part ${uneven.toFixed(1)} times its darkest`,
        regions: lit ? darkRegions(lit) : [],
      },
    ]
    const failed = faults.filter(({ excess }) => excess > 1).sort((a, b) => b.excess - a.excess)
    const worst = Math.max(...faults.map(({ excess }) => excess))
    const what = outline ? 'document' : showsDocument(kind) ? 'picture' : 'middle of the picture'
    return {
      outcome: failed.length > 0 ? 'fail' : 'pass',
      score: worst <= 1 ? 100 - 50 * worst : 50 / worst,
      value: Math.round(worst * 100) / 100,
      threshold: 1,
      summary: failed.length > 0 ? `The ${what} is ${sentenceOf(failed, outline)}.` : `The ${what} is well lit.`,
      reasons: failed.map(({ reason }) => reason),
      regions: failed[0]?.regions ?? [],
      detail: {
        faults: failed.map(({ name }) => name),
        darkShare: round(darkShare),
        brightShare: round(brightShare),
        white,
        backlight: round(backlit),
        unevenness: round(uneven),
      },
    }
  },
})

const wholePicture = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const
/** Where a selfie's face is, as long as nothing finds it. */
const middle = [
  [0.3, 0.15],
  [0.7, 0.15],
  [0.75, 0.5],
  [0.7, 0.85],
  [0.3, 0.85],
  [0.25, 0.5],
] as const

/** Brightest over darkest lit cell, the extreme tenth at both ends left out. */
function unevenness({ values }: Grid): number {
  const lit = values.filter((value) => !Number.isNaN(value)).sort()
  if (lit.length < 9) return 1
  return lit[Math.floor(lit.length * 0.95)]! / Math.max(1, lit[Math.floor(lit.length * 0.05)]!)
}

/** The parts lit by less than two thirds of the brightest. */
function darkRegions(lit: Grid): Region[] {
  const brightest = Math.max(...lit.values.filter((value) => !Number.isNaN(value)))
  const values = lit.values.map((value) => (Number.isNaN(value) ? 0 : value < 0.67 * brightest ? 1 : 0))
  return gridRegions({ ...lit, values }, { low: 1, high: 1, minCells: 2, maxRegions: 4 }).map(({ region }) => region)
}

function frameRegion(outline: Outline | null): Region[] {
  if (!outline) return []
  return [{ points: outline.map(([x, y]) => [Math.min(1, Math.max(0, x)), Math.min(1, Math.max(0, y))]), value: null }]
}

function sentenceOf(failed: readonly Fault[], outline: Outline | null): string {
  return failed
    .map(({ name, words, regions }) =>
      name === 'uneven' && regions.length > 0 ? `${words} (${placeInWords(regions, outline)} is in shadow)` : words,
    )
    .join('; ')
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
