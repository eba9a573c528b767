import type { Plane } from '#lib/domain/artifacts'
import { largestFace, type TracedFace } from '#lib/domain/largest-face'
import { boxRegion } from '#lib/domain/region'
import { detailTiles } from '#lib/pixels/detail-tiles'
import { boxOf, lidGap, lipGap, squared } from '#lib/pixels/face-measures'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { sharpnessIndex } from '#lib/pixels/sharpness-index'
import { defineCheck } from './check.ts'

/** Eyes open, mouth closed (C16). */
export const faceExpression = defineCheck({
  id: 'face-expression',
  version: 1,
  group: 'person',
  title: { pass: 'Eyes open, mouth closed', fail: 'Eyes closed or mouth open' },
  description: 'Faces are compared best with open eyes and a closed mouth. Whether someone smiles is not judged.',
  method:
    'The widest gap between the lids of the narrower eye, over the length from eyes to chin (OFIQ, EyesOpen); the gap between the inner lips over the length from the nose’s root to the chin.',
  limits: [
    'Behind sunglasses, reflections or blur, and on a head turned by 20° or more, closed eyes can’t be told.',
    'Narrow, laughing and half closed eyes are left to the reviewer.',
    'A full beard may hide the lips.',
  ],
  suggests: ['face_pose_expression'],
  unit: '× the limit',
  appliesTo: ['selfie'],
  needs: ['faces', 'luma'],
  thresholds: {
    minLidGap: { value: 0.02, unit: 'share of eyes to chin', source: 'OFIQ, EyesOpen: half its points' },
    unsureLidGap: {
      value: 0.045,
      unit: 'share of eyes to chin',
      source: 'docs/decisions/015: open eyes of every skin tone measure 0.046 and more',
    },
    maxLipGap: {
      value: 0.076,
      unit: 'share of nose root to chin',
      source: 'docs/decisions/021, Faces: open from 0.076',
    },
    unsureLipGap: {
      value: 0.065,
      unit: 'share of nose root to chin',
      source: 'docs/decisions/021, Faces: closed up to 0.065',
    },
    minEyeDistance: { value: 60, unit: 'px', source: 'docs/decisions/021, Faces' },
    maxYaw: { value: 20, unit: 'degrees', source: 'docs/decisions/021, Faces' },
    minSharpness: { value: 0.5, unit: 'sharpness 0–1', source: 'docs/decisions/012, as in the check `sharpness`' },
    minEyeLevel: { value: 0.5, unit: 'eyes over cheeks', source: 'docs/decisions/015, as in the check `face-covered`' },
    maxLensGlare: { value: 0.04, unit: 'share of the eye’s box', source: 'docs/decisions/021, Faces' },
    maxCheekColour: { value: 0.042, unit: 'share of light', source: 'docs/decisions/015, as in `face-covered`' },
  },
  run: ({ faces, luma }, thresholds) => {
    const found = largestFace(faces)
    if ('missing' in found) {
      return { outcome: 'inconclusive', score: null, value: null, threshold: 1, summary: found.missing }
    }
    const { face } = found
    const mesh = squared(face.mesh, luma.width, luma.height)
    const lidGaps = [lidGap(mesh, 'right'), lidGap(mesh, 'left')]
    const lids = Math.min(...lidGaps)
    const lips = lipGap(mesh)
    const hidden =
      lids < thresholds.unsureLidGap || isShaded(face, thresholds) ? whyEyesAreHidden(face, luma, thresholds) : null
    const isMasked = (face.wear?.cheekColour ?? 0) > thresholds.maxCheekColour
    const closed = hidden === null && lids < thresholds.minLidGap
    const open = !isMasked && lips > thresholds.maxLipGap
    const value = Math.max(
      hidden ? 0 : thresholds.minLidGap / Math.max(lids, leastGap),
      isMasked ? 0 : lips / thresholds.maxLipGap,
    )
    const seen = {
      // OFIQ's curve for the eyes; for the mouth one as steep about its own limit.
      score:
        100 *
        Math.min(
          hidden ? 1 : rise(lids, thresholds.minLidGap, 0.01),
          isMasked ? 1 : 1 - rise(lips, thresholds.maxLipGap, 0.01),
        ),
      value: round(value),
      threshold: 1,
      detail: { lidGaps: lidGaps.map(round), lipGap: round(lips), eyesHidden: hidden },
    }
    if (closed || open) {
      return {
        ...seen,
        outcome: 'fail',
        summary: [
          closed
            ? `The eyes look closed: the gap between the lids is ${percent(lids)} of the face’s height, from ${percent(thresholds.minLidGap)} on counts as open.`
            : '',
          open
            ? `The mouth is open: the gap between the lips is ${percent(lips)} of the face’s height, up to ${percent(thresholds.maxLipGap)} counts as closed.`
            : '',
        ]
          .filter(Boolean)
          .join(' '),
        reasons: ['face_pose_expression'],
        regions: [...(closed ? (['rightEye', 'leftEye'] as const) : []), ...(open ? (['mouth'] as const) : [])].map(
          (part) => boxRegion(boxOf(face.mesh, part)),
        ),
      }
    }
    const doubts = [
      hidden ? `Whether the eyes are open can’t be told: ${hidden}.` : '',
      !hidden && lids < thresholds.unsureLidGap ? 'An eye may be closed: its lids are close together.' : '',
      isMasked ? 'The mouth seems to be covered.' : '',
      !isMasked && lips > thresholds.unsureLipGap ? 'The mouth may be open.' : '',
    ].filter(Boolean)
    if (doubts.length > 0) return { ...seen, outcome: 'inconclusive', summary: doubts.join(' ') }
    return { ...seen, outcome: 'pass', summary: 'Eyes are open, the mouth is closed.' }
  },
})

/** Of lids that touch: places on a face are no finer. */
const leastGap = 0.001

interface EyeLimits {
  minEyeDistance: number
  maxYaw: number
  minSharpness: number
  minEyeLevel: number
  maxLensGlare: number
}

function isShaded({ wear }: TracedFace, { minEyeLevel }: EyeLimits): boolean {
  return wear !== null && wear.eyeLevel < minEyeLevel && wear.eyeContrast < minEyeLevel
}

/** Why lids that look closed may be open; null where they can be judged. */
function whyEyesAreHidden(face: TracedFace, luma: Plane, limits: EyeLimits): string | null {
  if (isShaded(face, limits)) return 'they lie in the dark'
  if (face.wear?.lensGlare.some((spot) => spot !== null && spot.share > limits.maxLensGlare))
    return 'light is mirrored in glasses'
  if (face.eyeDistancePx < limits.minEyeDistance) return 'the face is too small'
  if (Math.abs(face.pose.yaw) > limits.maxYaw) return 'the head is turned'
  const tiles = detailTiles(luma)
  const sharpness = sharpnessIndex(tiles, polygonMask(boxRegion(face.box).points, tiles.cols, tiles.rows))
  return sharpness !== null && sharpness < limits.minSharpness ? 'the face is blurred' : null
}

/** 0 to 1 with one half at `middle`, as OFIQ turns measures into points. */
function rise(value: number, middle: number, width: number): number {
  return 1 / (1 + Math.exp((middle - value) / width))
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000
}
