import type { Picture } from '#lib/domain/artifacts'
import type { Gradient } from './colour-gradient.ts'
import { quadArea } from './quad.ts'
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

/** The most document-like of some quads by what lies in and around them, too; pixels of `picture`. Undefined for none. */
export function quadChoice(
  picture: Picture,
  gradient: Gradient,
  candidates: readonly QuadCandidate[],
): QuadCandidate | undefined {
  let best: QuadCandidate | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const quad of candidates) {
    const worth = worthOf(picture, gradient, quad)
    if (worth <= most) continue
    most = worth
    best = quad
  }
  return best
}

function worthOf(picture: Picture, gradient: Gradient, { corners, score, support, beyond, onBorder }: QuadCandidate) {
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
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * cues[name as keyof typeof weights], 0)
}
