import type { Picture } from '#lib/domain/artifacts'
import { documentCaptureKinds } from '#lib/domain/capture'
import { type Cover, coversOfEdge } from '#lib/pixels/covered-edge'
import { type DocumentZone, documentZones } from '#lib/pixels/document-zones'
import { gridRegions } from '#lib/pixels/grid-regions'
import { polygonArea, polygonMask } from '#lib/pixels/polygon-mask'
import { factorTo, shrinkPicture } from '#lib/pixels/shrink'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

const searchSidePx = 400

/** Whether a finger or another thing lies over the document's edge (C11). */
export const obstruction = defineCheck({
  id: 'obstruction',
  version: 2,
  group: 'frame',
  title: { pass: 'Nothing lies over the document', fail: 'Something covers part of the document' },
  description: 'A finger, tape or a sleeve can hide a field or a mark, and a hidden edge can hide an edit.',
  method:
    'Along the document’s sides: places where its edge is gone because one thing lies on both sides of it, of a colour the document does not have there. From there the thing is followed inwards. Colour only decides how it is called: skin of every tone has the same hues. Whether that is over the portrait or the machine-readable zone follows from the document’s layout.',
  limits: [
    'What lies wholly inside the document, such as a coin or a sticker, is not seen.',
    'Clear tape and a sleeve show only by their reflections: see `glare`.',
    'On a table of a document’s own colours, a gap in the edge may be no cover at all: the check can’t tell.',
    'A thumb of the table’s or the print’s own colour is missed.',
    'What is covered is told by where ICAO’s layouts have it, on documents that lie upright; other layouts may have something else there.',
  ],
  suggests: ['doc_covered'],
  unit: '% of the document',
  appliesTo: documentCaptureKinds,
  needs: ['kind', 'picture', 'documentOutline'],
  thresholds: {
    maxCovered: {
      value: 0.5,
      unit: '% of the document',
      source: 'docs/decisions/018: composed fingers cover 0.7 % and more, clean documents none',
    },
    minOfZone: {
      value: 2,
      unit: '% of the portrait or the machine-readable zone',
      source: 'docs/decisions/037: one character’s width on one line is 1 %',
    },
    sameThing: { value: 22, unit: 'levels', source: 'docs/decisions/018: composed set, 24 November 2026' },
    strange: { value: 40, unit: 'levels', source: 'docs/decisions/018: composed set, 24 November 2026' },
  },
  run: ({ kind, picture, documentOutline }, thresholds) => {
    const limit = thresholds.maxCovered
    if (!documentOutline) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: limit,
        summary: 'No document edges stand out, so what lies over them can’t be told.',
      }
    }
    const { outline } = documentOutline
    const small = shrinkPicture(picture, factorTo(searchSidePx, picture))
    const area = polygonArea(outline) * small.width * small.height
    const covers = coversOfEdge(small, outline, thresholds)
    const value = shareOf(covers, area)
    const likeSkin = shareOf(
      covers.filter(({ isSkin }) => isSkin),
      area,
    )
    const failed = likeSkin > limit
    const regions = value > limit ? regionsOf(covers, small.width, small.height, area) : []
    const zones = value > limit ? zonesUnder(covers, documentZones(kind, outline, picture), small) : []
    const hidden = zones.filter(({ covered }) => covered >= thresholds.minOfZone)
    const over = hidden.length > 0 ? `, over ${hidden.map(({ zone }) => zoneInWords[zone]).join(' and ')}` : ''
    const place = `${placeInWords(regions, outline)}${over}`
    return {
      outcome: failed ? 'fail' : value > limit ? 'inconclusive' : 'pass',
      score: 100 * Math.exp(-0.7 * (value / limit)),
      value,
      threshold: limit,
      summary: failed
        ? `Likely a finger over the edge, ${place}: ${value} % of the document is covered, at most ${limit} % is accepted.`
        : value > limit
          ? `The edge is gone, ${place}, over ${value} % of the document: something may lie over it, or the table has its colour there.`
          : 'The document’s edges run on without a gap.',
      reasons: failed ? ['doc_covered'] : [],
      regions,
      detail: { likeSkin, over: Object.fromEntries(zones.map(({ zone, covered }) => [zone, covered])) },
    }
  },
})

const zoneInWords: Record<DocumentZone, string> = {
  mrz: 'the machine-readable zone',
  portrait: 'the portrait',
}

/** How much of each zone lies under something, in per cent. */
function zonesUnder(
  covers: readonly Cover[],
  zones: ReturnType<typeof documentZones>,
  { width, height }: Picture,
): { zone: DocumentZone; covered: number }[] {
  return zones.map(({ zone, place }) => {
    const mask = polygonMask(place, width, height)
    const cells = covers.flatMap((cover) => cover.cells).filter((i) => mask[i])
    const all = polygonArea(place) * width * height
    return { zone, covered: Math.round((1000 * cells.length) / all) / 10 }
  })
}

function shareOf(covers: readonly Cover[], area: number): number {
  const cells = covers.reduce((sum, cover) => sum + cover.cells.length, 0)
  return Math.round((1000 * cells) / area) / 10
}

/** One polygon a thing, its value its share of the document in per cent. */
function regionsOf(covers: readonly Cover[], cols: number, rows: number, area: number) {
  const values = new Float32Array(cols * rows)
  for (const { cells } of covers) for (const i of cells) values[i] = 1
  return gridRegions({ rows, cols, values }, { low: 0.5, high: 0.5, minCells: 12, maxRegions: 6 }).map(
    ({ region, cells }) => ({ ...region, value: Math.round((1000 * cells.size) / area) / 10 }),
  )
}
