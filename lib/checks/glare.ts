import type { Picture } from '#lib/domain/artifacts'
import { documentCaptureKinds } from '#lib/domain/capture'
import type { Outline, OutlinePoint, Region } from '#lib/domain/region'
import { gridRegions, heatOf, shrinkMask } from '#lib/pixels/grid-regions'
import { percentileOf } from '#lib/pixels/histogram'
import { polygonArea, polygonMask } from '#lib/pixels/polygon-mask'
import { glareCertainty, isMirroredLamp, shineMap, shinePicture, withoutFields } from '#lib/pixels/shine'
import { sparkle } from '#lib/pixels/sparkle'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

/** Reflected light on the document that hides what is printed there (K6, C3, C9, C14). */
export const glare = defineCheck({
  id: 'glare',
  version: 5,
  group: 'picture',
  title: { pass: 'No glare on the document', fail: 'Glare on the document' },
  description:
    'A reflection wipes out print and portrait. White paper and a white table are not glare; coloured shine is a hologram and only mentioned.',
  method:
    'Places on the document brighter than its own paper, judged by size, burnt-out middle, missing print, soft edge and distance from the border; and streaks of light. Beside the document only a lamp mirrored in a dark table counts. Where no document was found the whole picture is looked at, and whatever shines is shown but fails nothing.',
  limits: [
    'Where something shines and no document was found, the check can’t tell whether it lies on one.',
    'White fields with soft edges in scans can look like glare.',
    'Where paper itself is burnt out, nothing can outshine it: the check can’t tell.',
    'A reflection that pales print without burning it out passes; haze looks for that.',
  ],
  suggests: ['image_glare'],
  unit: '% of the document',
  appliesTo: documentCaptureKinds,
  needs: ['picture', 'documentOutline'],
  thresholds: {
    maxArea: {
      value: 0.4,
      unit: '% of the document',
      source: 'docs/decisions/021, Light and glare (0.5 %); docs/decisions/012',
    },
    minCertainty: {
      value: 0.5,
      unit: 'certainty 0–1',
      source: 'docs/decisions/017: corpus, specimens and composed tables, 24 November 2026',
    },
    maxTable: {
      value: 170,
      unit: 'level of the table’s lighter parts',
      source: 'docs/decisions/017: on a lighter table a white thing looks like a lamp',
    },
    maxSparkle: {
      value: 0.1,
      unit: '% of the document',
      source: 'docs/decisions/012: clean specimens and documents of the corpus stay below 0.06',
    },
    hologramSaturation: { value: 0.25, unit: 'saturation', source: 'docs/decisions/021, Light and glare' },
  },
  run: ({ picture, documentOutline }, thresholds) => {
    const outline = documentOutline?.outline ?? null
    const small = shinePicture(picture)
    const { width, height } = small
    const inside = outline ? polygonMask(outline, width, height) : new Uint8Array(width * height).fill(1)
    const onDocument = shineMap(small, inside)
    const { paper } = onDocument
    const likely = withoutFields(onDocument.patches.filter((patch) => glareCertainty(patch) >= thresholds.minCertainty))
    const lamps = likely.filter(({ saturation }) => saturation < thresholds.hologramSaturation)
    // Only on a dark table does a white thing not pass for a lamp.
    const isDark = outline !== null && lightLevel(small, inside) < thresholds.maxTable
    const table = isDark ? shineMap(small, complementOf(inside), largestLamp) : null
    const mirrored = table?.patches.filter(isMirroredLamp) ?? []
    const streaks = sparkle(small, outline ? polygonMask(inset(outline), width, height) : inside)
    const shining = new Uint8Array(width * height)
    const heat = new Float32Array(width * height)
    if (100 * streaks.share > thresholds.maxSparkle) {
      shining.set(streaks.cells)
      // Streaks are finer than a cell of the map.
      for (let i = 0; i < heat.length; i++) if (streaks.specks[i]) heat[i] = 3
    }
    for (const { cells } of lamps) for (const i of cells) [shining[i], heat[i]] = [1, 0.5 + onDocument.rise[i]! / 2]
    for (const { cells } of mirrored) {
      for (const i of cells.filter((cell) => table!.rise[cell]! > lampRise))
        [shining[i], heat[i]] = [1, table!.rise[i]!]
    }
    const area = (outline ? polygonArea(outline) : 1) * width * height
    const value = Math.round((1000 * sumOf(shining)) / area) / 10
    const what = outline ? 'document' : 'picture'
    const detail = {
      heat: heatOf(shrinkMask(heat, width, height)),
      paper,
      sparkle: Math.round(100_000 * streaks.share) / 1000,
      hologramPatches: likely.length - lamps.length,
      mirroredLamps: mirrored.length,
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
    const isShining = value > thresholds.maxArea
    const regions = isShining ? regionsOf(shining, width, height, area) : []
    if (isShining && !outline) {
      return {
        outcome: 'inconclusive',
        score: null,
        value,
        threshold: thresholds.maxArea,
        summary: `Something shines (${placeInWords(regions, null)}, ${value} % of the picture), but no document was found that it could lie on.`,
        regions,
        detail,
      }
    }
    return {
      outcome: isShining ? 'fail' : 'pass',
      score: 100 * Math.exp((-0.7 * value) / thresholds.maxArea),
      value,
      threshold: thresholds.maxArea,
      summary:
        isShining && lamps.length === 0 && mirrored.length > 0
          ? 'A lamp is mirrored in the table beside the document: on a shiny table the next picture may catch it.'
          : summaryOf(value, thresholds.maxArea, placeInWords(regions, outline), outline !== null),
      reasons: isShining ? ['image_glare'] : [],
      regions,
      detail,
    }
  },
})

function complementOf(mask: Uint8Array): Uint8Array {
  return mask.map((one) => 1 - one)
}

/** A lamp’s glow on a dark table is wide; its image is what comes near white. */
const lampRise = 0.7
/** As a share of the table. */
const largestLamp = 0.15

/** Level that the lighter parts of the table reach, lamps left aside. */
function lightLevel({ data, width, height }: Picture, inside: Uint8Array): number {
  const histogram = new Uint32Array(256)
  for (let i = 0; i < width * height; i++) {
    const least = Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!)
    if (!inside[i] && least < 250) histogram[least]!++
  }
  return percentileOf(histogram, 0.95)
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

function summaryOf(value: number, limit: number, place: string, isDocument: boolean): string {
  if (value === 0) return isDocument ? 'No reflection on the document.' : 'No reflection anywhere in the picture.'
  const share = `${value} % of the ${isDocument ? 'document' : 'picture'}`
  if (value <= limit) return `Only a small reflection: ${share}, up to ${limit} % is accepted.`
  return `Glare, ${place}: ${share}, at most ${limit} % is accepted.`
}
