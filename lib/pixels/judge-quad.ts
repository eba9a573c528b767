import type { Picture } from '#lib/domain/artifacts'
import type { Gradient } from './colour-gradient.ts'
import type { DocumentMap } from './document-map.ts'
import { mapEvidence } from './map-evidence.ts'
import { quadArea } from './quad.ts'
import { quadEvidence } from './quad-evidence.ts'
import type { QuadCandidate } from './quad-search.ts'

/** What each cue of the edges and colours counts; fitted as a ranking on composed, real and drawn pictures (docs/decisions/018, `shape` 038). */
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
  shape: 0.63,
  square: 0.52,
}

/** What each cue of the document map counts; of 1, 2, 3 and 4 measured in docs/decisions/042. */
const mapWeight = 2

/** How document-like a quad is, and by which cues. */
export interface JudgedQuad {
  quad: QuadCandidate
  cues: Record<keyof typeof weights, number>
  /** By its edges and colours: clear ones are worth 5 and more. */
  worth: number
  /** `worth`, and twice what the document map says where it was asked. */
  likely: number
}

/** Judges a quad by what lies in and around it; pixels of `picture`. */
export function judgeQuad(picture: Picture, gradient: Gradient, quad: QuadCandidate): JudgedQuad {
  const { corners, score, support, beyond, onBorder } = quad
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
  return { quad, cues, worth, likely: worth }
}

/** The same quad with what the document map says of it. */
export function withMap(judged: JudgedQuad, map: DocumentMap, picture: Picture): JudgedQuad {
  return { ...judged, likely: judged.worth + mapWeight * mapEvidence(map, picture, judged.quad.corners) }
}
