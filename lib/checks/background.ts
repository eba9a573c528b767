import { documentCaptureKinds } from '#lib/domain/capture'
import { factorTo, shrinkPicture } from '#lib/pixels/shrink'
import { colourDistance, type EdgePlace, sideColours } from '#lib/pixels/side-colours'
import { defineCheck } from './check.ts'

const searchSidePx = 400
const sideNames = ['top', 'right', 'bottom', 'left'] as const
/** Unevenness of the table, in levels, from which it is called cluttered; plain wood and cloth stay below. */
const clutteredFrom = 28

/** Whether the document's edges stand out from what it lies on (C10). */
export const background = defineCheck({
  id: 'background',
  version: 1,
  group: 'frame',
  title: { pass: 'Document stands out from the background', fail: 'Document hardly stands out from the background' },
  description:
    'A matte, plain ground of another colour lets edges be found and shows that nothing was cut off or laid over.',
  method:
    'At 80 places along each side, the colours just inside and just outside are compared; the value is the median difference of the side that stands out least. How uneven the ground is, is noted.',
  limits: [
    'A cluttered background is only noted: it hinders, but hides nothing.',
    'Where no edge is found at all, there may be no document, or it fills the picture: the check can’t tell.',
  ],
  suggests: ['doc_not_found'],
  unit: 'levels',
  appliesTo: documentCaptureKinds,
  needs: ['picture', 'documentOutline'],
  thresholds: {
    minContrast: {
      value: 3,
      unit: 'levels',
      source: 'docs/decisions/018: white cards on white tables reach 6; sensors’ noise alone makes 2',
    },
    minConfidence: { value: 0.5, unit: 'share of the outline on an edge', source: 'docs/decisions/018: composed set' },
  },
  run: ({ picture, documentOutline }, thresholds) => {
    const limit = thresholds.minContrast
    const nothing = { outcome: 'inconclusive', score: null, value: null, threshold: limit } as const
    if (!documentOutline) return { ...nothing, summary: 'No document edges stand out from the background.' }
    const small = shrinkPicture(picture, factorTo(searchSidePx, picture))
    const sides = sideColours(small, documentOutline.outline)
    const contrasts = sides.map(contrastOf)
    const known = contrasts.filter((contrast) => contrast !== null)
    if (known.length === 0) return { ...nothing, summary: 'The document fills the picture: no background shows.' }
    const value = Math.round(10 * Math.min(...known)) / 10
    const side = sideNames[contrasts.indexOf(Math.min(...known))]
    const unevenness = Math.round(unevennessOf(sides.flat()))
    const isCluttered = unevenness >= clutteredFrom
    const failed = value < limit && documentOutline.confidence < thresholds.minConfidence
    return {
      outcome: failed ? 'fail' : 'pass',
      score: (100 * value) / (value + 2 * limit) - (isCluttered ? 10 : 0),
      value,
      threshold: limit,
      summary: failed
        ? `The ${side} edge can hardly be told from the ${isCluttered ? 'cluttered ' : ''}background: it differs by ${value} levels, at least ${limit} are needed.`
        : `Stands out from a ${isCluttered ? 'cluttered' : 'plain'} background, ${leastAlong(`the ${side} side`, value, limit)}.`,
      reasons: failed ? ['doc_not_found'] : [],
      detail: {
        contrasts: contrasts.map((contrast) => contrast && Math.round(10 * contrast) / 10),
        unevenness,
        cluttered: isCluttered,
      },
    }
  },
})

/** A side that hardly differs may pass by its edge; that its levels do not reach the limit is then not told as if they did. */
function leastAlong(side: string, value: number, limit: number): string {
  if (value < limit) return `though hardly along ${side}`
  return `least along ${side}: by ${value < 10 ? value : Math.round(value)} levels, at least ${limit} are needed`
}

/** Median difference across one side, or null where most of it lies at the picture's border. */
function contrastOf(side: readonly EdgePlace[]): number | null {
  const steps = side.flatMap(({ inner, outer }) => (inner && outer ? [colourDistance(inner[0], outer[0])] : []))
  return steps.length < side.length / 2 ? null : middleOf(steps)
}

/** Mean difference between the ground at one place and at the next but seven: slow changes of light don't count. */
function unevennessOf(all: readonly EdgePlace[]): number {
  const ground = all.flatMap(({ outer }) => (outer ? [outer[1]] : []))
  const steps = ground.slice(8).map((colour, i) => colourDistance(colour, ground[i]!))
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}
