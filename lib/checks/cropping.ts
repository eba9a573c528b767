import { documentCaptureKinds } from '#lib/domain/capture'
import { formatList } from '#lib/domain/format'
import { clampPoint, type Outline, type Region } from '#lib/domain/region'
import { polygonArea } from '#lib/pixels/polygon-mask'
import { defineCheck } from './check.ts'

const cornerNames = ['top left', 'top right', 'bottom right', 'bottom left'] as const
const sideNames = ['top', 'right', 'bottom', 'left'] as const

/** Whether the whole document is in the picture, and which corner or side is not (K6, C5, C11). */
export const cropping = defineCheck({
  id: 'cropping',
  version: 3,
  group: 'frame',
  title: { pass: 'Whole document is in the picture', fail: 'Document is cut off' },
  description: 'All four corners must show: a cut edge can hide a field, and a cropped picture can hide an edit.',
  method:
    'The document’s four sides are searched among the strongest lines of the picture; where several frames of lines could be it, a small network that has seen drawn documents on many grounds says which lines are a document’s. A corner at or beyond the picture’s edge is cut off.',
  limits: [
    'A scan that fills the picture, or has no outline, may be trimmed: the check can’t tell.',
    'A table’s edge along a side of the document can be taken for that side.',
  ],
  suggests: ['doc_cut_off'],
  unit: '% of the picture',
  appliesTo: documentCaptureKinds,
  needs: ['documentOutline'],
  thresholds: {
    minMargin: {
      value: 0.4,
      unit: '% of the picture',
      source: 'docs/decisions/012: half a tile of placing error of the outline',
    },
    fillsFrom: {
      value: 95,
      unit: '% of the picture',
      source: 'docs/decisions/018: scans trimmed to the document fill 96 % and more, photographs less than 92 %',
    },
  },
  run: ({ documentOutline }, thresholds) => {
    const nothing = { outcome: 'inconclusive', score: null, value: null, threshold: thresholds.minMargin } as const
    if (!documentOutline) {
      return {
        ...nothing,
        summary: 'No document edges stand out from the background, so cut corners can’t be told.',
        detail: { outline: null, confidence: null, missing: { corners: [], sides: [] } },
      }
    }
    const { outline, confidence } = documentOutline
    const margins = outline.map(([x, y]) => 100 * Math.min(x, y, 1 - x, 1 - y))
    const margin = Math.min(...margins)
    const cut = margins.map((value) => value < thresholds.minMargin)
    const corners = cornerNames.filter((_, i) => cut[i])
    const sides = sideNames.filter((_, i) => isSideCut(outline, i, thresholds.minMargin / 100))
    const whole = corners.length === 0
    const detail = {
      outline: outline.map(([x, y]) => [round(x), round(y)]),
      confidence: round(confidence),
      missing: { corners, sides },
    }
    if (!whole && 100 * polygonArea(outline) >= thresholds.fillsFrom) {
      const summary =
        'The document fills the picture to its edges, as a trimmed scan does; whether a corner is cut can’t be told.'
      return { ...nothing, summary, detail: { ...detail, missing: { corners: [], sides: [] } } }
    }
    return {
      outcome: whole ? 'pass' : 'fail',
      score: whole ? Math.min(100, 60 + 10 * margin) : Math.max(0, 40 + 10 * Math.min(0, margin) - 10 * corners.length),
      value: Math.round(margin * 10) / 10,
      threshold: thresholds.minMargin,
      summary: summaryOf(corners, sides, margin),
      reasons: whole ? [] : ['doc_cut_off'],
      regions: cutRegions(outline, cut),
      detail,
    }
  },
})

/** A side is missing when both its corners lie on or past the same edge of the picture. */
function isSideCut(outline: Outline, side: number, margin: number): boolean {
  const [a, b] = [outline[side]!, outline[(side + 1) % 4]!]
  return (
    (a[0] < margin && b[0] < margin) ||
    (a[1] < margin && b[1] < margin) ||
    (a[0] > 1 - margin && b[0] > 1 - margin) ||
    (a[1] > 1 - margin && b[1] > 1 - margin)
  )
}

function summaryOf(corners: readonly string[], sides: readonly string[], margin: number): string {
  if (corners.length === 0) return `All four corners are in the picture, at least ${margin.toFixed(1)} % from its edge.`
  const [cut, noun] = sides.length > 0 ? [sides, 'side'] : [corners, 'corner']
  const reaching = cut.length === 1 ? `${noun} of the document reaches` : `${noun}s of the document reach`
  return `Cut off: the ${formatList(cut)} ${reaching} the edge of the picture.`
}

/** For each corner that is cut, the triangle of the document next to it, as far as the picture shows it. */
function cutRegions(outline: Outline, cut: readonly boolean[]): Region[] {
  const near = (from: number, to: number) => {
    const [x1, y1] = outline[from]!
    const [x2, y2] = outline[to]!
    return clampPoint([x1 + 0.2 * (x2 - x1), y1 + 0.2 * (y2 - y1)])
  }
  return [0, 1, 2, 3]
    .filter((i) => cut[i])
    .map((i) => ({ points: [near(i, (i + 3) % 4), clampPoint(outline[i]!), near(i, (i + 1) % 4)], value: null }))
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
