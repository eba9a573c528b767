import type { Picture } from '#lib/domain/artifacts'
import { lids, type MeshPoint, meshPoint } from '#lib/pixels/face-mesh'
import { fromSquare, mirrored, type Square, sampleSquare } from '#lib/pixels/sample-square'
import { inputSide, runNetwork } from './face-models.ts'

export interface TracedFace {
  /** How surely the square shows a face, 0..1. */
  confidence: number
  /** 468 points in pixels of the picture. */
  mesh: MeshPoint[]
}

/** Lays the mesh over the face in an upright square. Costs 12 ms of one core. */
export async function traceFace(picture: Picture, square: Square): Promise<TracedFace> {
  const side = inputSide('facemesh')
  const [numbers, confidence] = await runNetwork('facemesh', sampleSquare(picture, square, side))
  const mesh = Array.from({ length: numbers!.length / 3 }, (_, n): MeshPoint => {
    const [x, y] = fromSquare(square, side, numbers![3 * n]!, numbers![3 * n + 1]!)
    return [x, y, (numbers![3 * n + 2]! * square.size) / side]
  })
  return { confidence: confidence![0]!, mesh }
}

/**
 * The mesh with its lids drawn anew by a look at each eye, and ten points more: centre and edge of the person's right iris,
 * then of the left. Costs 25 ms of one core.
 */
export async function traceEyes(picture: Picture, mesh: readonly MeshPoint[]): Promise<MeshPoint[]> {
  const traced = [...mesh]
  for (const [eye, corners, isLeft] of [
    [lids.right, meshPoint.rightEye, false],
    [lids.left, meshPoint.leftEye, true],
  ] as const) {
    const [outer, inner] = [mesh[corners.outer]!, mesh[corners.inner]!]
    const { contour, iris } = await lookAtEye(picture, outer, inner, isLeft)
    const places = [corners.outer, ...eye.lower, corners.inner, ...eye.upper]
    places.forEach((place, n) => {
      traced[place] = [contour[n]![0], contour[n]![1], mesh[place]![2]]
    })
    for (const [x, y] of iris) traced.push([x, y, (outer[2] + inner[2]) / 2])
  }
  return traced
}

/** The network knows a right eye; a left one is shown to it mirrored. */
async function lookAtEye(picture: Picture, outer: MeshPoint, inner: MeshPoint, isLeft: boolean) {
  const side = inputSide('iris')
  const [from, to] = isLeft ? [inner, outer] : [outer, inner]
  const square: Square = {
    x: (outer[0] + inner[0]) / 2,
    y: (outer[1] + inner[1]) / 2,
    size: 2.3 * Math.hypot(outer[0] - inner[0], outer[1] - inner[1]),
    angle: Math.atan2(to[1] - from[1], to[0] - from[0]),
  }
  const pixels = sampleSquare(picture, square, side)
  const [numbers] = await runNetwork('iris', isLeft ? mirrored(pixels, side) : pixels)
  const point = (n: number) => {
    const x = numbers![3 * n]!
    return fromSquare(square, side, isLeft ? side - x : x, numbers![3 * n + 1]!)
  }
  const points = (start: number, count: number) => Array.from({ length: count }, (_, n) => point(start + n))
  return { contour: points(0, 16), iris: points(71, 5) }
}
