import type { OutlinePoint } from '#lib/domain/region'
import type { DetectedFace } from './face-boxes.ts'
import type { Square } from './sample-square.ts'

/** The points of the MediaPipe face mesh that are used here; right and left are the person's own. */
export const meshPoint = {
  crown: 10,
  chin: 152,
  rightEdge: 234,
  leftEdge: 454,
  rightEye: { outer: 33, inner: 133 },
  leftEye: { outer: 263, inner: 362 },
  noseTip: 4,
  /** Between the brows. */
  noseRoot: 168,
  noseBase: 2,
  mouth: { right: 61, left: 291, upperInner: 13, lowerInner: 14, upperOuter: 0, lowerOuter: 17 },
} as const

/** Outer line of the face, clockwise from the middle of the forehead. */
export const faceOval: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
]

/** Lids from the outer to the inner corner, corners left out: point `n` above lies over point `n` below. */
export const lids = {
  right: { upper: [246, 161, 160, 159, 158, 157, 173], lower: [7, 163, 144, 145, 153, 154, 155] },
  left: { upper: [466, 388, 387, 386, 385, 384, 398], lower: [249, 390, 373, 374, 380, 381, 382] },
} as const

/** The lines a face is drawn by: its outer line, both eyes, nose and mouth, as points of the mesh. */
export const faceLines: readonly (readonly number[])[] = [
  [...faceOval, faceOval[0]!],
  eyeLine(meshPoint.rightEye, lids.right),
  eyeLine(meshPoint.leftEye, lids.left),
  [meshPoint.noseRoot, meshPoint.noseTip, meshPoint.noseBase],
  [
    meshPoint.mouth.right,
    meshPoint.mouth.upperOuter,
    meshPoint.mouth.left,
    meshPoint.mouth.lowerOuter,
    meshPoint.mouth.right,
  ],
]

function eyeLine(
  { outer, inner }: { outer: number; inner: number },
  { upper, lower }: { upper: readonly number[]; lower: readonly number[] },
): number[] {
  return [outer, ...upper, inner, ...lower.toReversed(), outer]
}

/** The square to cut a face out by: upright by its eyes, `room` times as large as its box. */
export function squareOfFace(
  { box: [left, top, right, bottom], points }: Pick<DetectedFace, 'box' | 'points'>,
  room = 1.5,
): Square {
  const [rightEye, leftEye] = points
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    size: Math.max(right - left, bottom - top) * room,
    angle: Math.atan2(leftEye![1] - rightEye![1], leftEye![0] - rightEye![0]),
  }
}

/** A point of the mesh with its depth, in one unit; away from the viewer is positive. */
export type MeshPoint = readonly [x: number, y: number, z: number]

/**
 * How the head is turned, in degrees, from the lines between the face's edges and from temples to jaw: yaw to the picture's
 * right, pitch up and roll clockwise are positive. Of portraits on identity documents (corpus) yaw spreads by 3.5° and pitch by
 * 6° round 0; a profile reads as 30 to 40°. The perspective of a near camera is not taken into account.
 */
export function headPose(mesh: readonly MeshPoint[]): { yaw: number; pitch: number; roll: number } {
  const [right, left] = [mesh[meshPoint.rightEdge]!, mesh[meshPoint.leftEdge]!]
  const [temples, jaw] = [meanPoint(mesh, [21, 251]), meanPoint(mesh, [150, 379])]
  const across = Math.hypot(left[0] - right[0], left[1] - right[1])
  const down = Math.hypot(jaw[0] - temples[0], jaw[1] - temples[1])
  const degrees = (radians: number) => Math.round((1800 * radians) / Math.PI) / 10
  return {
    yaw: degrees(Math.atan2(left[2] - right[2], across)),
    pitch: degrees(Math.atan2(temples[2] - jaw[2], down)),
    roll: degrees(Math.atan2(left[1] - right[1], left[0] - right[0])),
  }
}

function meanPoint(mesh: readonly MeshPoint[], points: readonly number[]): MeshPoint {
  const mean = (axis: 0 | 1 | 2) => points.reduce((sum, at) => sum + mesh[at]![axis], 0) / points.length
  return [mean(0), mean(1), mean(2)]
}

/** Mean of some points of the mesh. */
export function centreOf(mesh: readonly OutlinePoint[], points: readonly number[]): [x: number, y: number] {
  const mean = (axis: 0 | 1) => points.reduce((sum, at) => sum + mesh[at]![axis], 0) / points.length
  return [mean(0), mean(1)]
}
