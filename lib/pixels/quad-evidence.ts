import type { Picture } from '#lib/domain/artifacts'
import type { Gradient } from './colour-gradient.ts'
import type { Quad, QuadPoint } from './quad.ts'
import { innerPoints, ringPoints, within } from './quad-points.ts'
import { rectangleLikeness } from './rectangle-likeness.ts'

/** What the pixels in and around a quad say for its being a document; each about 0..1, higher is more like one. */
export interface QuadEvidence {
  /** How much the colours just inside the sides differ from those just outside. */
  contrast: number
  /** Share of places along the sides where that difference points the same way as the side's own mean. */
  steady: number
  /** How little the colours of the inside and of a ring around it have in common. */
  apart: number
  /** How much print there is inside. */
  print: number
  /** Print inside minus texture in the ring. */
  printAgainst: number
  /** How near the shape is to ID-1 or ID-3, seen in perspective. */
  shape: number
  /** How square its corners are, seen in perspective. */
  square: number
}

const along = 20
const printAt = 5

/** Gathers the evidence for a quad in pixels of a picture of about 400 px and its gradient. About 0.1 ms. */
export function quadEvidence(picture: Picture, gradient: Gradient, corners: Quad): QuadEvidence {
  const sides = [0, 1, 2, 3].map((i) => sideEvidence(picture, corners, i))
  const mean = (of: (side: SideEvidence) => number) => sides.reduce((sum, side) => sum + of(side), 0) / 4
  const inside = colourBins(picture, gradient, corners, innerPoints)
  const ring = colourBins(picture, gradient, corners, ringPoints)
  const { shape, square } = rectangleLikeness(corners, picture)
  return {
    contrast: mean(({ contrast }) => contrast),
    steady: mean(({ steady }) => steady),
    apart: ring.count < 20 ? 0.5 : 1 - overlap(inside, ring),
    print: inside.print,
    printAgainst: inside.print - (ring.count < 20 ? inside.print : ring.print),
    shape,
    square,
  }
}

interface SideEvidence {
  contrast: number
  steady: number
}

function sideEvidence({ data, width, height }: Picture, corners: Quad, side: number): SideEvidence {
  const from = corners[side]!
  const to = corners[(side + 1) % 4]!
  const opposite = corners[(side + 2) % 4]!
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  let [nx, ny] = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length]
  if (nx * (opposite[0] - from[0]) + ny * (opposite[1] - from[1]) > 0) [nx, ny] = [-nx, -ny]
  const differences: number[][] = []
  const sum = [0, 0, 0]
  for (let k = 0; k < along; k++) {
    const share = 0.06 + (0.88 * (k + 0.5)) / along
    const x = from[0] + share * (to[0] - from[0])
    const y = from[1] + share * (to[1] - from[1])
    const inAt = pixelAt(x - 4 * nx, y - 4 * ny, width, height)
    const outAt = pixelAt(x + 4 * nx, y + 4 * ny, width, height)
    if (inAt < 0 || outAt < 0) continue
    const difference = [0, 1, 2].map((c) => data[inAt * 3 + c]! - data[outAt * 3 + c]!)
    differences.push(difference)
    for (let c = 0; c < 3; c++) sum[c]! += difference[c]!
  }
  const count = differences.length
  if (count < along / 3) return { contrast: 0.5, steady: 0.5 }
  const norm = Math.hypot(...sum) || 1
  let steady = 0
  let contrast = 0
  for (const difference of differences) {
    const size = Math.hypot(...difference)
    const agreeing = difference.reduce((total, value, c) => total + value * sum[c]!, 0) / norm
    contrast += size / (size + 25)
    if (agreeing > 3) steady += Math.min(1, agreeing / (size * 0.8 + 1))
  }
  return { contrast: contrast / count, steady: steady / count }
}

interface Bins {
  shares: Float32Array
  count: number
  print: number
}

function colourBins({ data, width, height }: Picture, gradient: Gradient, corners: Quad, points: QuadPoint[]): Bins {
  const shares = new Float32Array(125)
  let count = 0
  let printed = 0
  for (const [u, v] of points) {
    const [x, y] = within(corners, u, v)
    const at = pixelAt(x, y, width, height)
    if (at < 0) continue
    const bin = (c: number) => Math.min(4, (data[at * 3 + c]! / 51) | 0)
    shares[bin(0) * 25 + bin(1) * 5 + bin(2)]!++
    if (gradient.magnitude[at]! > printAt) printed++
    count++
  }
  if (count > 0) for (let i = 0; i < shares.length; i++) shares[i]! /= count
  return { shares, count, print: count > 0 ? printed / count : 0 }
}

function overlap(a: Bins, b: Bins): number {
  let sum = 0
  for (let i = 0; i < a.shares.length; i++) sum += Math.sqrt(a.shares[i]! * b.shares[i]!)
  return sum
}

function pixelAt(x: number, y: number, width: number, height: number): number {
  const [px, py] = [Math.round(x), Math.round(y)]
  return px < 0 || py < 0 || px >= width || py >= height ? -1 : py * width + px
}
