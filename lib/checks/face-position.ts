import { largestFace } from '#lib/domain/largest-face'
import { boxRegion, type OutlinePoint } from '#lib/domain/region'
import { faceLength, squared } from '#lib/pixels/face-measures'
import { faceOval } from '#lib/pixels/face-mesh'
import { defineCheck } from './check.ts'

/** The face is large enough, whole, and somewhere near the middle (C5). */
export const facePosition = defineCheck({
  id: 'face-position',
  version: 1,
  group: 'person',
  title: { pass: 'Face is large and whole', fail: 'Face is too small or cut off' },
  description:
    'A face can be compared only if enough pixels lie on it and none of it is cut off. A face away from the middle is only mentioned.',
  method:
    'The distance between the eyes in the original’s own pixels (OFIQ, inter-eye distance), and how much of the face’s outer line lies outside the picture.',
  limits: ['Hair and ears may be cut off without being noticed.', 'A turned head has its eyes closer together.'],
  suggests: ['image_low_resolution', 'selfie_no_face'],
  unit: 'px between the eyes',
  appliesTo: ['selfie'],
  needs: ['faces', 'file'],
  thresholds: {
    minEyeDistance: { value: 60, unit: 'px', source: 'docs/decisions/021, OFIQ: it scores 70 px with half its points' },
    goodEyeDistance: {
      value: 90,
      unit: 'px',
      source: 'docs/decisions/021, Faces; OFIQ, and ISO/IEC 19794-5 for portraits',
    },
    maxOutside: {
      value: 0.12,
      unit: 'share of the face’s outer line',
      source: 'docs/decisions/015: the mesh guesses the line beyond the edge, a chin that just touches it is fine',
    },
  },
  run: ({ faces, file }, thresholds) => {
    const found = largestFace(faces)
    const threshold = thresholds.minEyeDistance
    if ('missing' in found) {
      return { outcome: 'inconclusive', score: null, value: null, threshold, summary: found.missing }
    }
    const { box, mesh, eyeDistancePx } = found.face
    const outside = shareOutside(faceOval.map((point) => mesh[point]!))
    const offCentre = Math.max(Math.abs((box[0] + box[2]) / 2 - 0.5), Math.abs((box[1] + box[3]) / 2 - 0.5))
    const isCut = outside > thresholds.maxOutside
    const isSmall = eyeDistancePx < threshold
    const size = `${eyeDistancePx} px between the eyes, at least ${threshold} px are needed`
    const notes = [
      !isSmall && eyeDistancePx < thresholds.goodEyeDistance ? 'closer would be better' : '',
      offCentre > 0.25 ? 'it is away from the middle' : '',
    ].filter(Boolean)
    return {
      outcome: isCut || isSmall ? 'fail' : 'pass',
      // OFIQ's curve for the inter-eye distance.
      score: Math.min(isCut ? 40 : 100, 100 / (1 + Math.exp((70 - eyeDistancePx) / 20))),
      value: eyeDistancePx,
      threshold,
      summary: isCut
        ? `The face is cut off by the picture’s edge; ${size}.`
        : isSmall
          ? `The face is too small: ${size}.`
          : `The face is whole: ${[size, ...notes].join('; ')}.`,
      reasons: [
        ...(isCut ? (['selfie_no_face'] as const) : []),
        ...(isSmall ? (['image_low_resolution'] as const) : []),
      ],
      regions: [boxRegion(box)],
      detail: {
        outside: Math.round(100 * outside) / 100,
        offCentre: Math.round(100 * offCentre) / 100,
        headSize: headSize(mesh, file),
      },
    }
  },
})

function shareOutside(line: readonly OutlinePoint[]): number {
  return line.filter(([x, y]) => x < 0 || y < 0 || x > 1 || y > 1).length / line.length
}

/** OFIQ's head size: eyes to chin over the picture's height, 0.45 at best. */
function headSize(mesh: readonly OutlinePoint[], { widthPx, heightPx }: { widthPx: number; heightPx: number }): number {
  return Math.round((100 * faceLength(squared(mesh, widthPx, heightPx)) * widthPx) / heightPx) / 100
}
