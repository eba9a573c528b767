import type { Picture } from '#lib/domain/artifacts'
import type { Gradient } from './colour-gradient.ts'
import { type Quad, type QuadPoint, quadArea } from './quad.ts'
import { quadEvidence } from './quad-evidence.ts'
import type { QuadCandidate } from './quad-search.ts'

/** What each cue counts; fitted as a ranking on composed, real and drawn pictures (docs/decisions/018). */
const weights = {
  score: 1.13,
  mean: 1.2,
  weakest: 1,
  beyond: -1.06,
  size: 0.27,
  border: -0.09,
  contrast: 0.32,
  steady: 0.27,
  apart: 0.38,
  print: 0.9,
  printAgainst: 0.36,
  shape: 0.33,
  square: 0.52,
}

export interface QuadChoice {
  /** The most document-like. */
  best: QuadCandidate
  /** Apart from the best and from each other, and so document-like that each must be one. */
  others: QuadCandidate[]
}

/** What another document has to show at least: in worth, in the cues' own 0..1, and in its share of the first one's area. */
const another = { worth: 4.4, square: 0.7, shape: 0.8, print: 0.25, shareOfBest: 0.3 }

/** Chooses among quads by what lies in and around them, too; pixels of `picture`. Undefined for no quads. */
export function quadChoice(
  picture: Picture,
  gradient: Gradient,
  candidates: readonly QuadCandidate[],
): QuadChoice | undefined {
  const judged = candidates
    .map((quad) => ({ quad, ...judge(picture, gradient, quad) }))
    .sort((a, b) => b.worth - a.worth)
  if (judged.length === 0) return undefined
  const best = judged[0]!.quad
  const apart = [best]
  for (const { quad, cues, worth } of judged.slice(1)) {
    const isDocument =
      worth >= another.worth &&
      cues.square >= another.square &&
      cues.shape >= another.shape &&
      cues.print >= another.print &&
      cues.border === 0 &&
      quadArea(quad.corners) >= another.shareOfBest * quadArea(best.corners)
    if (isDocument && apart.every((other) => areApart(quad.corners, other.corners))) apart.push(quad)
  }
  return { best, others: apart.slice(1) }
}

/** True where each one's middle and all but one of its corners lie outside the other: one may cover a corner of the other. */
function areApart(a: Quad, b: Quad): boolean {
  return [
    [a, b],
    [b, a],
  ].every(([one, other]) => {
    const middle = [0, 1].map((axis) => one!.reduce((sum, point) => sum + point[axis]! / 4, 0)) as QuadPoint
    return !isInside(middle, other!) && one!.filter((corner) => isInside(corner, other!)).length <= 1
  })
}

function isInside([x, y]: QuadPoint, corners: Quad): boolean {
  const turns = corners.map(([x1, y1], i) => {
    const [x2, y2] = corners[(i + 1) % 4]!
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0
  })
  return turns.every((turn) => turn === turns[0])
}

function judge(picture: Picture, gradient: Gradient, { corners, score, support, beyond, onBorder }: QuadCandidate) {
  const evidence = quadEvidence(picture, gradient, corners)
  const cues = {
    score,
    mean: support.reduce((sum, side) => sum + side, 0) / 4,
    weakest: Math.min(...support),
    beyond,
    size: Math.sqrt(quadArea(corners) / (picture.width * picture.height)),
    border: onBorder.includes(true) ? 1 : 0,
    ...evidence,
    print: Math.min(evidence.print, 0.5),
  }
  const worth = Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * cues[name as keyof typeof weights],
    0,
  )
  return { cues, worth }
}
