import type { Picture } from '#lib/domain/artifacts'
import { type DetectedFace, faceBoxes } from '#lib/pixels/face-boxes'
import { fromSquare, type Square, sampleSquare } from '#lib/pixels/sample-square'
import { inputSide, runNetwork } from './face-models.ts'

/** Below this BlazeFace sees faces in text and foliage (docs/decisions/015). */
const leastConfidence = 0.4

/**
 * Faces the detector sees within a square of the picture, the surest first, in pixels of the picture. Large faces are found
 * best when they fill a quarter to two thirds of the square. Costs 40 ms of one core.
 */
export async function detectFaces(picture: Picture, square: Square): Promise<DetectedFace[]> {
  const side = inputSide('blazeface')
  const [largeScores, smallScores, large, small] = await runNetwork(
    'blazeface',
    sampleSquare(picture, square, side, -1, 1),
  )
  const answers = [
    { scores: smallScores!, boxes: small!, perCell: 2, cell: 16 },
    { scores: largeScores!, boxes: large!, perCell: 6, cell: 32 },
  ]
  return faceBoxes(answers, side, leastConfidence).map(({ confidence, box, points }) => {
    const [left, top] = fromSquare(square, side, box[0], box[1])
    const [right, bottom] = fromSquare(square, side, box[2], box[3])
    return {
      confidence,
      box: [Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom)],
      points: points.map(([x, y]) => fromSquare(square, side, x, y)),
    }
  })
}
