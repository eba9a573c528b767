import { captureKinds } from '#lib/domain/capture'
import { blurDirection } from '#lib/pixels/blur-direction'
import { blurMap } from '#lib/pixels/blur-map'
import { detailTiles } from '#lib/pixels/detail-tiles'
import { gridRegions, heatOf } from '#lib/pixels/grid-regions'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

/** Whether the picture is sharp as a whole and everywhere on the document (K6, C1, C2, C12). */
export const sharpness = defineCheck({
  id: 'sharpness',
  version: 1,
  title: { pass: 'Capture is sharp', fail: 'Capture is blurred' },
  description:
    'Text and faces must be indistinct nowhere on the document. Empty paper is not blur, and neither is a soft background behind a sharp face.',
  unit: 'sharpness 0–1',
  appliesTo: captureKinds,
  needs: ['luma', 'documentOutline'],
  thresholds: {
    minDocumentSharpness: {
      value: 0.5,
      unit: 'sharpness 0–1',
      source: 'docs/decisions/012: corpus and specimens with an outline found, 22 November 2026',
    },
    minSharpness: {
      value: 0.37,
      unit: 'sharpness 0–1',
      source: 'docs/decisions/012: corpus pictures of unknown scale, 22 November 2026',
    },
    maxBlurredArea: {
      value: 0.13,
      unit: 'share of the document in one piece',
      source: 'docs/decisions/012: soft printed portraits of the corpus reach 0.12',
    },
    minSharpFall: {
      value: 3.2,
      unit: 'octaves',
      source: 'docs/decisions/012: below this the page is too soft itself to hold a part against it',
    },
    blurredTile: { value: 0.5, unit: 'certainty 0–1', source: 'docs/decisions/012' },
  },
  run: ({ luma, documentOutline }, thresholds) => {
    const tiles = detailTiles(luma)
    const outline = documentOutline?.outline ?? null
    const mask = outline ? polygonMask(outline, tiles.cols, tiles.rows) : undefined
    const limit = outline ? thresholds.minDocumentSharpness : thresholds.minSharpness
    const { sharpness: value, heat, blurredArea, sharpFall } = blurMap(tiles, mask)
    const detail = { heat: heatOf(heat), blur: null, blurredArea: Math.round(blurredArea * 100) / 100 }
    if (value === null) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: limit,
        summary: `Too little texture on the ${outline ? 'document' : 'picture'} to tell sharp from blurred.`,
        detail,
      }
    }
    const rounded = Math.round(value * 100) / 100
    const whole = value < limit
    // Only a document is flat enough to be sharp all over; behind a sharp face the background may be soft.
    const partly = outline !== null && sharpFall >= thresholds.minSharpFall && blurredArea > thresholds.maxBlurredArea
    const failed = whole || partly
    const found = failed
      ? gridRegions(heat, { low: thresholds.blurredTile, high: 0.7, minCells: 12, maxRegions: 6 })
      : []
    const regions = found.map(({ region }) => ({ ...region, value: rounded }))
    const blur = failed ? blurDirection(tiles, heat) : null
    const evidence = whole
      ? `${rounded} against at least ${limit}.`
      : `${percent(blurredArea)} of the document, at most ${percent(thresholds.maxBlurredArea)} is accepted.`
    return {
      outcome: failed ? 'fail' : 'pass',
      score: partly ? Math.min(45, 100 * value) : 100 * value,
      value: rounded,
      threshold: limit,
      summary: failed
        ? `Blurred: ${whole ? 'all over' : placeInWords(regions, outline)}${guess[blur ?? 'none']}. ${evidence}`
        : `Sharp: ${rounded} of at least ${limit}.`,
      reasons: failed ? ['image_blurry'] : [],
      regions,
      detail: { ...detail, blur },
    }
  },
})

const guess = { motion: ', likely motion', defocus: ', likely out of focus', none: '' } as const

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
