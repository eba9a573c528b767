import { documentCaptureKinds } from '#lib/domain/capture'
import type { Outline, OutlinePoint, Region } from '#lib/domain/region'
import { gridRegions, heatOf, shrinkMask } from '#lib/pixels/grid-regions'
import { polygonArea, polygonMask } from '#lib/pixels/polygon-mask'
import { shineMap, shinePicture } from '#lib/pixels/shine'
import { sparkle } from '#lib/pixels/sparkle'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

/** Reflected light on the document that hides what is printed there (K6, C3, C9, C14). */
export const glare = defineCheck({
  id: 'glare',
  version: 1,
  group: 'picture',
  title: { pass: 'No glare on the document', fail: 'Glare on the document' },
  description:
    'A reflection wipes out print and portrait. White paper and a white table are not glare; coloured shine is a hologram and only mentioned.',
  method:
    'Inside the document alone: places brighter than the page’s own paper, burnt out, without print in them and with a soft edge.',
  limits: [
    'White fields with soft edges in scans can look like glare.',
    'Where paper itself is burnt out, nothing can outshine it: the check can’t tell.',
  ],
  suggests: ['image_glare'],
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
    maxSparkle: {
      value: 0.1,
      unit: '% of the document',
      source: 'docs/decisions/012: clean specimens and documents of the corpus stay below 0.06',
    },
    hologramSaturation: { value: 0.25, unit: 'saturation', source: 'vision.md 2.1' },
  },
  run: ({ picture, documentOutline }, thresholds) => {
    const outline = documentOutline?.outline ?? null
    const small = shinePicture(picture)
    const { width, height } = small
    const inside = outline ? polygonMask(outline, width, height) : new Uint8Array(width * height).fill(1)
    const { paper, patches } = shineMap(small, inside, thresholds)
    const lamps = patches.filter(({ saturation }) => saturation < thresholds.hologramSaturation)
    const beside = outline ? shineMap(small, complementOf(inside), thresholds).patches : []
    const streaks = sparkle(small, outline ? polygonMask(inset(outline), width, height) : inside)
    const shining = new Uint8Array(width * height)
    if (100 * streaks.share > thresholds.maxSparkle) shining.set(streaks.cells)
    for (const { cells } of lamps) for (const i of cells) shining[i] = 1
    const area = (outline ? polygonArea(outline) : 1) * width * height
    const value = Math.round((1000 * sumOf(shining)) / area) / 10
    const what = outline ? 'document' : 'picture'
    const everywhere = shining.slice()
    for (const { cells } of beside) for (const i of cells) everywhere[i] = 1
    const detail = {
      heat: heatOf(shrinkMask(everywhere, width, height)),
      paper,
      sparkle: Math.round(100_000 * streaks.share) / 1000,
      hologramPatches: patches.length - lamps.length,
    }
    if (paper === null && value <= thresholds.maxArea) {
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
    const regions = failed ? regionsOf(shining, width, height, area) : []
    return {
      outcome: failed ? 'fail' : 'pass',
      // A lamp mirrored in the table is not on the document, but one move away from it.
      score: 100 * Math.exp((-0.7 * value) / thresholds.maxArea) * (beside.length > 0 ? 0.75 : 1),
      value,
      threshold: thresholds.maxArea,
      summary: summaryOf(value, thresholds.maxArea, placeInWords(regions, outline), what),
      reasons: failed ? ['image_glare'] : [],
      regions,
      detail,
    }
  },
})

function complementOf(mask: Uint8Array): Uint8Array {
  return mask.map((one) => 1 - one)
}

function sumOf(mask: Uint8Array): number {
  return mask.reduce((sum, one) => sum + one, 0)
}

/** The outline drawn in by a twentieth: past it the table begins to show. */
function inset(outline: Outline): OutlinePoint[] {
  const [cx, cy] = [0, 1].map((axis) => outline.reduce((sum, point) => sum + point[axis]!, 0) / 4)
  return outline.map(([x, y]) => [cx! + 0.95 * (x - cx!), cy! + 0.95 * (y - cy!)])
}

/** One polygon a patch of light, its value the patch's share of the document in per cent. */
function regionsOf(shining: Uint8Array, width: number, height: number, area: number): Region[] {
  const values = Float32Array.from(shining)
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
