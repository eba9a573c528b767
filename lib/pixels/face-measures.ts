import { boundingBox, type OutlinePoint } from '#lib/domain/region'
import { centreOf, lids, meshPoint } from './face-mesh.ts'

/*
 * Lengths on a face, in the unit of the mesh given: pixels, or fractions made square by the picture's shape (`squared`).
 * T is OFIQ's length of a face: from the middle between the eyes to the chin.
 */

type Mesh = readonly (readonly [x: number, y: number, ...rest: number[]])[]

/** A mesh in fractions of a picture, in units of the picture's width both ways. */
export function squared(mesh: readonly OutlinePoint[], widthPx: number, heightPx: number): OutlinePoint[] {
  return mesh.map(([x, y]) => [x, (y * heightPx) / widthPx])
}

/** Middle of each eye by its corners: the person's right one first. */
export function eyeCentres(mesh: Mesh): [right: [number, number], left: [number, number]] {
  const flat = mesh as readonly OutlinePoint[]
  return [
    centreOf(flat, [meshPoint.rightEye.outer, meshPoint.rightEye.inner]),
    centreOf(flat, [meshPoint.leftEye.outer, meshPoint.leftEye.inner]),
  ]
}

/** Between the middles of the eyes. */
export function eyeDistance(mesh: Mesh): number {
  const [right, left] = eyeCentres(mesh)
  return Math.hypot(left[0] - right[0], left[1] - right[1])
}

/** From the middle between the eyes to the chin: OFIQ's T. */
export function faceLength(mesh: Mesh): number {
  const [right, left] = eyeCentres(mesh)
  const [x, y] = mesh[meshPoint.chin]!
  return Math.hypot(x - (right[0] + left[0]) / 2, y - (right[1] + left[1]) / 2)
}

/** Widest gap between the lids of an eye over T (OFIQ, EyesOpen). */
export function lidGap(mesh: Mesh, eye: 'right' | 'left'): number {
  const { upper, lower } = lids[eye]
  const gaps = upper.map((point, n) => distance(mesh, point, lower[n]!))
  return Math.max(...gaps) / faceLength(mesh)
}

/** Gap between the inner lips over the length from the nose's root to the chin (docs/decisions/021, Faces). */
export function lipGap(mesh: Mesh): number {
  const { upperInner, lowerInner } = meshPoint.mouth
  return distance(mesh, upperInner, lowerInner) / distance(mesh, meshPoint.noseRoot, meshPoint.chin)
}

function distance(mesh: Mesh, from: number, to: number): number {
  return Math.hypot(mesh[from]![0] - mesh[to]![0], mesh[from]![1] - mesh[to]![1])
}

const parts = {
  rightEye: [...lids.right.upper, ...lids.right.lower, meshPoint.rightEye.outer, meshPoint.rightEye.inner],
  leftEye: [...lids.left.upper, ...lids.left.lower, meshPoint.leftEye.outer, meshPoint.leftEye.inner],
  mouth: Object.values(meshPoint.mouth),
  lowerFace: [2, 132, 361, 172, 397, 152],
} as const

/** Box of a part of the face with some room round it, `[left, top, right, bottom]` in the unit of the mesh. */
export function boxOf(mesh: readonly OutlinePoint[], part: keyof typeof parts): [number, number, number, number] {
  const [left, top, right, bottom] = boundingBox(parts[part].map((point) => mesh[point]!))
  const room = 0.2 * (right - left)
  return [left - room, top - room, right + room, bottom + room]
}
