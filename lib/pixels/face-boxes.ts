/** A face as the detector sees it, in pixels of its own input. */
export interface DetectedFace {
  /** 0..1. */
  confidence: number
  /** `[left, top, right, bottom]`. */
  box: [number, number, number, number]
  /** Right eye, left eye, nose tip, mouth, right ear, left ear of the person. */
  points: [x: number, y: number][]
}

/** What BlazeFace answers for the places of one size: a score each, and 16 numbers each (centre, size, six points). */
export interface PlaceScores {
  scores: Float32Array
  boxes: Float32Array
  /** Places on a cell, and a cell's side in pixels of the input. */
  perCell: number
  cell: number
}

/**
 * Turns BlazeFace's answers into faces, the surest first: places surer than `minConfidence`, those that overlap by more than
 * 0.3 (IoU) blended into one, weighted by confidence, as the detector's authors do.
 */
export function faceBoxes(answers: readonly PlaceScores[], inputSide: number, minConfidence: number): DetectedFace[] {
  const places = answers.flatMap((answer) => surePlaces(answer, inputSide, minConfidence))
  places.sort((a, b) => b.confidence - a.confidence)
  const faces: DetectedFace[] = []
  while (places.length > 0) {
    const best = places[0]!
    const same = places.filter((place) => place === best || overlap(place.box, best.box) > 0.3)
    faces.push(blended(same))
    for (const place of same) places.splice(places.indexOf(place), 1)
  }
  return faces
}

function surePlaces({ scores, boxes, perCell, cell }: PlaceScores, inputSide: number, least: number): DetectedFace[] {
  const found: DetectedFace[] = []
  const cells = inputSide / cell
  for (let i = 0; i < scores.length; i++) {
    const confidence = 1 / (1 + Math.exp(-scores[i]!))
    if (confidence < least) continue
    const place = Math.floor(i / perCell)
    const [x, y] = [((place % cells) + 0.5) * cell, (Math.floor(place / cells) + 0.5) * cell]
    const numbers = boxes.subarray(i * 16, i * 16 + 16)
    const [centreX, centreY, halfWidth, halfHeight] = [
      x + numbers[0]!,
      y + numbers[1]!,
      numbers[2]! / 2,
      numbers[3]! / 2,
    ]
    const points = Array.from({ length: 6 }, (_, n): [number, number] => [
      x + numbers[4 + 2 * n]!,
      y + numbers[5 + 2 * n]!,
    ])
    const box: DetectedFace['box'] = [
      centreX - halfWidth,
      centreY - halfHeight,
      centreX + halfWidth,
      centreY + halfHeight,
    ]
    found.push({ confidence, box, points })
  }
  return found
}

function blended(faces: readonly DetectedFace[]): DetectedFace {
  const weight = faces.reduce((sum, { confidence }) => sum + confidence, 0)
  const mean = (numberOf: (face: DetectedFace) => number) =>
    faces.reduce((sum, face) => sum + face.confidence * numberOf(face), 0) / weight
  const side = (at: 0 | 1 | 2 | 3) => mean(({ box }) => box[at])
  return {
    confidence: faces[0]!.confidence,
    box: [side(0), side(1), side(2), side(3)],
    points: faces[0]!.points.map((_, n) => [mean(({ points }) => points[n]![0]), mean(({ points }) => points[n]![1])]),
  }
}

/** Intersection over union of two boxes. */
export function overlap(a: readonly number[], b: readonly number[]): number {
  const across = Math.min(a[2]!, b[2]!) - Math.max(a[0]!, b[0]!)
  const down = Math.min(a[3]!, b[3]!) - Math.max(a[1]!, b[1]!)
  if (across <= 0 || down <= 0) return 0
  const both = across * down
  const area = ([left, top, right, bottom]: readonly number[]) => (right! - left!) * (bottom! - top!)
  return both / (area(a) + area(b) - both)
}
