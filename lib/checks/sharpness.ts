import { captureKinds } from '#lib/domain/capture'
import { blurDirection } from '#lib/pixels/blur-direction'
import { blurMap } from '#lib/pixels/blur-map'
import { detailTiles } from '#lib/pixels/detail-tiles'
import { type Grid, gridRegions, heatOf, largestArea } from '#lib/pixels/grid-regions'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { sharpnessIndex } from '#lib/pixels/sharpness-index'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

/** Whether the picture is sharp as a whole and everywhere on the document (K6, C1, C2, C12). */
export const sharpness = defineCheck({
  id: 'sharpness',
  version: 2,
  group: 'picture',
  title: { pass: 'Capture is sharp', fail: 'Capture is blurred' },
  description:
    'Text and faces must be indistinct nowhere on the document. Empty paper is not blur, and neither is a soft background behind a sharp face.',
  method:
    'The same place is compared at full, half and quarter size: blur is what has no more detail at full size. The map per tile is relative to the page’s own sharpest parts, and blank paper is left out.',
  limits: [
    'Large print photographed softly from close by can look blurred though it can be read.',
    'Very mild blur passes.',
    'Motion and defocus are told apart only as “likely”.',
  ],
  suggests: ['image_blurry'],
  unit: 'sharpness 0–1',
  appliesTo: captureKinds,
  needs: ['luma', 'documentOutline'],
  thresholds: {
    minSharpness: {
      value: 0.5,
      unit: 'sharpness 0–1',
      source: 'docs/decisions/017: corpus, specimens and composed tables, 24 November 2026',
    },
    blurredTile: { value: 0.66, unit: 'certainty 0–1', source: 'docs/decisions/017' },
    maxBlurredArea: {
      value: 0.18,
      unit: 'share of the document in one piece',
      source: 'docs/decisions/012: soft printed portraits and empty corners of the corpus stay below',
    },
    sharpQuarter: {
      value: 0.1,
      unit: 'certainty 0–1',
      source: 'docs/decisions/012: a page whose sharpest quarter is softer can’t be held against a part of itself',
    },
  },
  run: ({ luma, documentOutline }, thresholds) => {
    const tiles = detailTiles(luma)
    const outline = documentOutline?.outline ?? null
    const mask = outline ? polygonMask(outline, tiles.cols, tiles.rows) : undefined
    const index = sharpnessIndex(tiles, mask ?? new Uint8Array(tiles.rows * tiles.cols).fill(1))
    const heat = blurMap(tiles, mask)
    // Only a document is flat enough to be sharp all over; behind a sharp face the background may be soft.
    const blurredArea =
      mask && quarterBelow(heat, mask) <= thresholds.sharpQuarter ? largestArea(heat, thresholds.blurredTile, mask) : 0
    const detail = { heat: heatOf(heat), blur: null, blurredArea: round(blurredArea) }
    const limit = thresholds.minSharpness
    if (index === null) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: limit,
        summary: `Too little texture on the ${outline ? 'document' : 'picture'} to tell sharp from blurred.`,
        detail,
      }
    }
    const value = round(index)
    const whole = index < limit
    if (!whole && blurredArea <= thresholds.maxBlurredArea) {
      return {
        outcome: 'pass',
        score: 100 * index,
        value,
        threshold: limit,
        summary: `Sharp: ${value} of at least ${limit}.`,
        detail,
      }
    }
    const found = gridRegions(heat, { low: thresholds.blurredTile, high: 0.77, minCells: 12, maxRegions: 6 })
    // Sharp as a whole, a page can still be blurred in a part: a region tells how sharp it is there.
    const regions = found.map(({ region, mean }) => ({ ...region, value: round(1 - mean) }))
    const blur = blurDirection(tiles, heat)
    const place = whole ? 'all over' : placeInWords(regions, outline)
    const evidence = whole
      ? `${value}, at least ${limit} is needed`
      : `${percent(blurredArea)} of the document, at most ${percent(thresholds.maxBlurredArea)} is accepted`
    return {
      outcome: 'fail',
      score: whole ? 100 * index : Math.min(45, 100 * index),
      value,
      threshold: limit,
      summary: `Blurred, ${place}${guess[blur ?? 'none']}: ${evidence}.`,
      reasons: ['image_blurry'],
      regions,
      detail: { ...detail, blur },
    }
  },
})

const guess = { motion: ', likely motion', defocus: ', likely out of focus', none: '' } as const

/** Heat that a quarter of the document's tiles stay below. */
function quarterBelow({ values }: Grid, mask: Uint8Array): number {
  const inside = values.filter((_, i) => mask[i]).sort()
  return inside[Math.floor(inside.length / 4)] ?? 1
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
