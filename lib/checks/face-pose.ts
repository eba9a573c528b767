import { largestFace } from '#lib/domain/largest-face'
import { boxRegion } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** The person looks straight into the camera (C18). */
export const facePose = defineCheck({
  id: 'face-pose',
  version: 1,
  group: 'person',
  title: { pass: 'Face looks into the camera', fail: 'Face is turned away' },
  description:
    'A head turned or tilted away shows too little of the face to compare it. The phone belongs at eye level.',
  method:
    'Turn (yaw) and nod (pitch) from the depth of the face mesh, tilt (roll) from the line between the face’s edges. The worse of turn and nod is the value; a tilt is only mentioned.',
  limits: [
    'Angles are estimates: those of portraits looking straight ahead spread by 4° (turn) and 6° (nod).',
    'A wide-angle camera held close makes the head look tilted.',
    'A full profile is often not recognised as a face at all.',
  ],
  suggests: ['face_pose_expression'],
  unit: 'degrees',
  appliesTo: ['selfie'],
  needs: ['faces'],
  thresholds: {
    maxAngle: { value: 25, unit: 'degrees', source: 'docs/decisions/021, Faces' },
    unsureAngle: {
      value: 15,
      unit: 'degrees',
      source: 'docs/decisions/021, Faces; twice the spread in docs/decisions/015',
    },
    maxTilt: { value: 10, unit: 'degrees', source: 'docs/decisions/021, Faces' },
  },
  run: ({ faces }, thresholds) => {
    const found = largestFace(faces)
    const threshold = thresholds.maxAngle
    if ('missing' in found) {
      return { outcome: 'inconclusive', score: null, value: null, threshold, summary: found.missing }
    }
    const { pose, box } = found.face
    const { yaw, pitch, roll } = pose
    const value = Math.max(Math.abs(yaw), Math.abs(pitch))
    const way =
      Math.abs(yaw) >= Math.abs(pitch)
        ? `turned ${degrees(yaw)} to the ${yaw > 0 ? 'right' : 'left'} of the picture`
        : `tilted ${degrees(pitch)} ${pitch > 0 ? 'up' : 'down'}`
    const tilt = Math.abs(roll) > thresholds.maxTilt ? ` It leans ${degrees(roll)} to the side.` : ''
    // OFIQ's curve: the square of the cosine.
    const score = 100 * Math.cos((value * Math.PI) / 180) ** 2
    const seen = { score, value, threshold, detail: { yaw, pitch, roll } }
    const limit = `${degrees(threshold)} are accepted`
    if (value > threshold) {
      return {
        ...seen,
        outcome: 'fail',
        summary: `The head is ${way}; up to ${limit}.${tilt}`,
        reasons: ['face_pose_expression'],
        regions: [boxRegion(box, value)],
      }
    }
    if (value > thresholds.unsureAngle) {
      const summary = `The head may be ${way}, too near the limit of ${degrees(threshold)} to tell.${tilt}`
      return { ...seen, outcome: 'inconclusive', summary, regions: [boxRegion(box, value)] }
    }
    return { ...seen, outcome: 'pass', summary: `The face looks into the camera; up to ${limit}.${tilt}` }
  },
})

function degrees(angle: number): string {
  return `${Math.round(Math.abs(angle))}°`
}
