import { documentCaptureKinds } from '#lib/domain/capture'
import type { Region } from '#lib/domain/region'
import { gridRegions, heatOf } from '#lib/pixels/grid-regions'
import { polygonArea, polygonMask } from '#lib/pixels/polygon-mask'
import { type ShinePatch, shineGrid, shineMap, shinePicture } from '#lib/pixels/shine'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

/** Reflected light on the document that hides what is printed there (K6, C3, C9, C14). */
export const glare = defineCheck({
  id: 'glare',
  version: 1,
  title: { pass: 'No glare on the document', fail: 'Glare on the document' },
  description:
    'A reflection wipes out print and portrait. White paper and a white table are not glare; coloured shine is a hologram and only mentioned.',
  unit: '% of the document',
  appliesTo: documentCaptureKinds,
  needs: ['picture', 'documentOutline'],
  thresholds: {
    maxArea: { value: 0.4, unit: '% of the document', source: 'vision.md 2.1 (0.5 %); docs/decisions/012' },
    coreRise: {
      value: 0.6,
      unit: 'share of the room above paper',
      source: 'docs/decisions/012: specimens, 22 November 2026',
    },
    minWhiteness: {
      value: 0.94,
      unit: 'share of the room above paper',
      source: 'docs/decisions/012: corpus, 22 November 2026',
    },
    minSoftness: { value: 0.2, unit: 'share of height left', source: 'docs/decisions/012: corpus, 22 November 2026' },
    minFullness: { value: 0.9, unit: 'share of span', source: 'docs/decisions/012: corpus, 22 November 2026' },
    hologramSaturation: { value: 0.25, unit: 'saturation', source: 'vision.md 2.1' },
  },
  run: ({ picture, documentOutline }, thresholds) => {
    const outline = documentOutline?.outline ?? null
    const small = shinePicture(picture)
    const { width, height } = small
    const inside = outline ? polygonMask(outline, width, height) : new Uint8Array(width * height).fill(1)
    const { paper, patches } = shineMap(small, inside, thresholds)
    const lamps = patches.filter(({ saturation }) => saturation < thresholds.hologramSaturation)
    const beside = outline
      ? shineMap(
          small,
          inside.map((one) => 1 - one),
          thresholds,
        ).patches
      : []
    const area = (outline ? polygonArea(outline) : 1) * width * height
    const value = Math.round((1000 * cellsOf(lamps)) / area) / 10
    const what = outline ? 'document' : 'picture'
    const detail = {
      heat: heatOf(shineGrid([...lamps, ...beside], width, height)),
      paper,
      hologramPatches: patches.length - lamps.length,
    }
    if (paper === null) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: thresholds.maxArea,
        summary: `The ${what} is so white that a reflection would not stand out.`,
        detail,
      }
    }
    const failed = value > thresholds.maxArea
    const regions = failed ? regionsOf(lamps, width, height, area) : []
    return {
      outcome: failed ? 'fail' : 'pass',
      score: 100 * Math.exp((-0.7 * value) / thresholds.maxArea),
      value,
      threshold: thresholds.maxArea,
      summary: summaryOf(value, thresholds.maxArea, placeInWords(regions, outline), what),
      reasons: failed ? ['image_glare'] : [],
      regions,
      detail,
    }
  },
})

function cellsOf(patches: readonly ShinePatch[]): number {
  return patches.reduce((sum, { cells }) => sum + cells.length, 0)
}

/** One polygon a patch of light, its value the patch's share of the document in per cent. */
function regionsOf(patches: readonly ShinePatch[], width: number, height: number, area: number): Region[] {
  const values = new Float32Array(width * height)
  for (const { cells } of patches) for (const i of cells) values[i] = 1
  const found = gridRegions({ rows: height, cols: width, values }, { low: 0.5, high: 0.5, minCells: 4, maxRegions: 12 })
  return found.map(({ region, cells }) => ({ ...region, value: Math.round((1000 * cells.size) / area) / 10 }))
}

function summaryOf(value: number, limit: number, place: string, what: string): string {
  if (value <= limit)
    return value === 0
      ? `No reflection on the ${what}.`
      : `Only a small reflection: ${value} % of the ${what}, up to ${limit} % is accepted.`
  return `Glare, ${place}: ${value} % of the ${what}, at most ${limit} % is accepted.`
}
