import type { Face, Plane } from '#lib/domain/artifacts'
import type { Json } from '#lib/domain/finding'
import { formatCounted } from '#lib/domain/format'
import { boxRegion } from '#lib/domain/region'
import { detailTiles } from '#lib/pixels/detail-tiles'
import { faceLines } from '#lib/pixels/face-mesh'
import { sharpnessIndex } from '#lib/pixels/sharpness-index'
import { defineCheck, type Verdict } from './check.ts'

/** One person on the selfie (K12), a portrait on the document. */
export const faceCount = defineCheck({
  id: 'face-count',
  version: 1,
  group: 'person',
  title: { pass: 'Faces are as expected', fail: 'Not the faces expected' },
  description:
    'A selfie shows exactly one person; a document’s front or data page carries a portrait. Faces far smaller than the largest are people or pictures in the background.',
  method:
    'BlazeFace looks for faces; each counts where the face mesh lies over it well, or where the detector is very sure, since masks and sunglasses put the mesh off.',
  limits: [
    'Of a face behind mask and glasses, or turned away, only the detector may see something.',
    'People on posters and screens count as people.',
    'A dog’s face was once taken for a person’s.',
    'Does not tell a selfie from a photographed portrait.',
  ],
  suggests: ['selfie_no_face', 'selfie_multiple_people', 'doc_portrait_missing'],
  unit: 'faces',
  appliesTo: ['id_front', 'passport_page', 'selfie'],
  needs: ['kind', 'luma', 'faces'],
  thresholds: {
    minBackground: {
      value: 0.2,
      unit: 'height over the largest face’s',
      source: 'docs/decisions/021, Faces: smaller ones are background',
    },
    minSharpness: { value: 0.5, unit: 'sharpness 0–1', source: 'docs/decisions/012, as in the check `sharpness`' },
  },
  run: ({ kind, luma, faces }, thresholds) => {
    const people = faces.filter((face) => heightOf(face) >= thresholds.minBackground * heightOf(faces[0]!))
    const seen = {
      value: people.length,
      threshold: 1,
      detail: {
        faces: faces.map(({ box, confidence }) => ({ box, confidence })),
        background: faces.length - people.length,
        landmarks: landmarksOf(faces[0]),
      },
    }
    if (kind === 'selfie') return { ...seen, ...judgeSelfie(people, faces.length - people.length) }
    return { ...seen, ...judgeDocument(people, () => isBlurred(luma, thresholds.minSharpness)) }
  },
})

type Judgement = Omit<Verdict, 'value' | 'threshold' | 'detail'>

function judgeSelfie(people: readonly Face[], background: number): Judgement {
  const regions = people.map(({ box }) => boxRegion(box))
  const [largest] = people
  if (!largest) {
    const summary = 'No face found: it may be covered, turned away, cut off or in the dark.'
    return { outcome: 'fail', score: 0, summary, reasons: ['selfie_no_face'] }
  }
  if (people.length > 1) {
    const summary = `${people.length} people are in the picture; one is expected.`
    return { outcome: 'fail', score: 20, summary, reasons: ['selfie_multiple_people'], regions }
  }
  const behind = background > 0 ? ` ${background} much smaller in the background.` : ''
  const summary =
    largest.mesh.length > 0
      ? `One person.${behind}`
      : `One face, covered or turned away so far that its features could not be found.${behind}`
  return { outcome: 'pass', score: 100 * largest.confidence, summary, regions }
}

function judgeDocument(people: readonly Face[], isBlurred: () => boolean): Judgement {
  const regions = people.map(({ box }) => boxRegion(box))
  const [portrait] = people
  if (portrait) {
    const summary =
      people.length > 1
        ? `The document shows a portrait and ${formatCounted(people.length - 1, 'more face')}.`
        : 'The document shows a portrait.'
    return { outcome: 'pass', score: 100 * portrait.confidence, summary, regions }
  }
  if (isBlurred()) {
    return { outcome: 'inconclusive', score: null, summary: 'No portrait found, but the picture is blurred.' }
  }
  const summary = 'No portrait found on the document.'
  return { outcome: 'fail', score: 0, summary, reasons: ['doc_portrait_missing'] }
}

/** The largest face's lines, for drawing; none without a mesh. */
function landmarksOf(face: Face | undefined): Json {
  if (!face?.mesh.length) return []
  return faceLines.map((line) => line.map((point) => face.mesh[point]!.map(rounded)))
}

function rounded(part: number): number {
  return Math.round(10_000 * part) / 10_000
}

function heightOf({ box: [, top, , bottom] }: Face): number {
  return bottom - top
}

function isBlurred(luma: Plane, minSharpness: number): boolean {
  const tiles = detailTiles(luma)
  const index = sharpnessIndex(tiles, new Uint8Array(tiles.rows * tiles.cols).fill(1))
  return index === null || index < minSharpness
}
