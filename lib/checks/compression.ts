import { captureKinds } from '#lib/domain/capture'
import { type BlockGrid, blockGrid } from '#lib/pixels/block-grid'
import { defineCheck } from './check.ts'

/** How strongly JPEG squeezed the picture, by its own tables and by the blocks that show (C24). */
export const compression = defineCheck({
  id: 'compression',
  version: 1,
  group: 'file',
  title: { pass: 'Compression left the detail in', fail: 'Heavily compressed' },
  description:
    'JPEG throws fine detail away, and messengers throw away more. What is gone, small print first, no later copy brings back.',
  method:
    'The quality is the libjpeg quality that comes nearest to the file’s quantisation tables. Steps at the borders of 8 × 8 blocks are measured in the original’s pixels, in all eight positions, and tell of earlier, stronger compression.',
  limits: [
    'An earlier compression followed by a resize leaves no blocks to find.',
    'Quality is libjpeg’s scale; other programs’ tables are only near to one of its steps.',
  ],
  suggests: ['file_too_small'],
  unit: 'JPEG quality 1–100',
  appliesTo: captureKinds,
  needs: ['jpegCoding', 'nativeLuma'],
  thresholds: {
    minQuality: { value: 50, unit: 'JPEG quality', source: 'docs/decisions/021, Files: below 50 fails' },
    weakQuality: { value: 70, unit: 'JPEG quality', source: 'docs/decisions/021, Files: below 70 is a note' },
    blockiness: { value: 1.35, unit: 'times the steps elsewhere', source: 'docs/decisions/021, Files' },
    blockHeight: {
      value: 2.2,
      unit: 'levels',
      source: 'docs/decisions/016: corpus saved at known qualities; quality 60 stays below 1.7, 30 is mostly above',
    },
    maxSecond: {
      value: 1.6,
      unit: 'times the steps elsewhere',
      source: 'docs/decisions/016: a pattern of the motif has several strong positions, a block grid one',
    },
  },
  run: ({ jpegCoding, nativeLuma }, thresholds) => {
    const grid = blockGrid(nativeLuma)
    const visible =
      grid.blockiness > thresholds.blockiness &&
      grid.height > thresholds.blockHeight &&
      grid.second < thresholds.maxSecond
    const told = jpegCoding?.quality ?? null
    const seen = visible ? qualityOf(grid) : null
    const quality = told === null ? seen : Math.min(told, seen ?? 100)
    const detail = {
      tableQuality: told,
      blockiness: round(grid.blockiness),
      blockHeight: round(grid.height),
      secondGrid: round(grid.second),
      sampling: samplingOf(jpegCoding?.sampling),
      progressive: jpegCoding?.progressive ?? null,
    }
    if (quality === null) {
      return {
        outcome: 'pass',
        score: 100,
        value: null,
        threshold: thresholds.minQuality,
        summary: 'Not a JPEG, and no blocks of an earlier one stand out.',
        detail,
      }
    }
    const low = quality < thresholds.minQuality
    const weak = quality < thresholds.weakQuality
    const source =
      seen !== null && (told === null || seen < told)
        ? `Blocks of ${round(grid.height)} levels stand out, as at JPEG quality ${seen}`
        : `JPEG quality ${quality}`
    return {
      outcome: low ? 'fail' : 'pass',
      score: Math.min(100, quality + 10 * Math.min(1, quality / 90)),
      value: quality,
      threshold: thresholds.minQuality,
      summary: `${source}; at least ${thresholds.minQuality} is needed${weak && !low ? `, and below ${thresholds.weakQuality} fine print suffers` : ''}.`,
      // Its advice is the one that helps: the original from the camera, no copy out of a messenger.
      reasons: low ? ['file_too_small'] : [],
      detail,
    }
  },
})

/** Median heights of block borders that the corpus shows at these qualities (docs/decisions/016). */
const heights = [
  [60, 1.19],
  [50, 1.53],
  [40, 1.97],
  [30, 2.47],
  [20, 3.38],
  [10, 5.5],
] as const

function qualityOf({ height }: BlockGrid): number {
  const next = heights.findIndex(([, level]) => level >= height)
  if (next <= 0) return next < 0 ? 10 : 60
  const [[q1, h1], [q2, h2]] = [heights[next - 1]!, heights[next]!]
  return Math.round(q1 + ((height - h1) / (h2 - h1)) * (q2 - q1))
}

function samplingOf(sampling: readonly [number, number][] | undefined): string | null {
  if (!sampling || sampling.length < 3) return null
  const [[h, v]] = [sampling[0]!]
  return h === 1 ? '4:4:4' : v === 1 ? '4:2:2' : '4:2:0'
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
