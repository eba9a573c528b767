import { readFileSync } from 'node:fs'
import type { Face, FaceWear } from '#lib/domain/artifacts'
import { boundingBox, type OutlinePoint } from '#lib/domain/region'

/**
 * Mesh of a drawn person (`facetest/9`) as `find-faces` traces it: 478 points, upright, the middle between the eyes at 0, 0 and
 * the eyes one unit apart.
 */
const numbers: number[] = JSON.parse(readFileSync('tests/fixtures/face-mesh.json', 'utf8'))
export const restingMesh: readonly OutlinePoint[] = Array.from({ length: numbers.length / 2 }, (_, n) => [
  numbers[2 * n]!,
  numbers[2 * n + 1]!,
])

/** Numbers of a face that wears nothing. */
export const bareFace: FaceWear = {
  cheekLevel: 120,
  eyeLevel: 0.75,
  eyeContrast: 0.7,
  bridge: 0.03,
  rims: 0.03,
  lowerFaceColour: 0.02,
  cheekColour: 0.01,
  lensGlare: [null, null],
}

export interface SampleFaceOptions {
  /** Middle between the eyes, in fractions. */
  at?: OutlinePoint
  /** Between the eyes, as a share of the picture's width. */
  eyes?: number
  /** Width over height. */
  shape?: number
  /** Changes the mesh in its own units before it is placed. */
  move?: (point: OutlinePoint, index: number) => OutlinePoint
}

/** A face of a drawn person placed in a picture, looking ahead; parts can be set. */
export function sampleFace(
  { at: [x, y] = [0.5, 0.42], eyes = 0.18, shape = 0.75, move = (point) => point }: SampleFaceOptions = {},
  given: Partial<Face> = {},
): Face {
  const mesh = restingMesh.map((point, index): OutlinePoint => {
    const [u, v] = move(point, index)
    return [x + u * eyes, y + v * eyes * shape]
  })
  return {
    box: boundingBox(mesh),
    confidence: 0.9,
    mesh,
    pose: { yaw: 0, pitch: 3, roll: 0 },
    eyeDistancePx: Math.round(eyes * 1000),
    wear: bareFace,
    descriptor: null,
    ...given,
  } as Face
}
