import type { Picture } from '#lib/domain/artifacts'
import { lightOf } from './light.ts'
import { cornerDistance, type Quad, type QuadPoint } from './quad.ts'

/** A line through `(x, y)` along the unit direction `(dx, dy)`. */
interface Track {
  x: number
  y: number
  dx: number
  dy: number
}

export interface QuadRefineOptions {
  /** How far from the given side its true edge may lie, in pixels. */
  searchPx: number
  /** Sides to leave where they are. */
  fixed: readonly boolean[]
}

const samples = 48
/** Pixels on either side over which a step is measured: of a sharp edge, of a blurred one, and of one smeared by motion. */
const sharpReach = 2
const softReach = 8
const smearReach = 20
/** Edges are softer than a reach sees where steps are so much higher over the next one; measured in docs/decisions/038 and 042. */
const softFrom = 1.4
/** A smear's middle lies farther from where a line was found, often at its end, and leans less to it. */
const smear = { search: 2, lean: 0.25 }
/** How much less a step counts where the search for it ends than where the line was found, 0..1. */
const lean = 0.5
/** Levels as light: blur adds light, so that a smeared edge's middle is where half the light is, far over half the levels. */
const light = Float32Array.from({ length: 256 }, (_, level) => 255 * lightOf(level))
const levels = Float32Array.from({ length: 256 }, (_, level) => level)
/** Beyond this many levels a step counts no more: one bright place must not decide. */
const mostWeight = 40

/**
 * Moves each side of a quad onto the strongest colour step near it and meets the sides again at their crossings, so that
 * rounded corners and fingers don't pull: sides are fitted on their middle 84 %, robustly. Pixels of `picture`.
 */
export function quadRefine(picture: Picture, corners: Quad, options: QuadRefineOptions): Quad {
  const tracks = corners.map((from, i) => {
    const to = corners[(i + 1) % 4]!
    const given = trackThrough(from, to)
    return options.fixed[i] ? given : (fitTrack(edgePoints(picture, from, to, options.searchPx)) ?? given)
  })
  const refined = tracks.map((track, i) => meet(tracks[(i + 3) % 4]!, track)) as (QuadPoint | null)[]
  const limit = 4 * options.searchPx
  return refined.map((point, i) => {
    const old = corners[i]!
    return point && Math.hypot(point[0] - old[0], point[1] - old[1]) <= limit ? point : old
  }) as Quad
}

function trackThrough([x1, y1]: QuadPoint, [x2, y2]: QuadPoint): Track {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  return { x: x1, y: y1, dx: (x2 - x1) / length, dy: (y2 - y1) / length }
}

interface EdgePoint {
  x: number
  y: number
  /** Height of the colour step, in levels. */
  step: number
}

/** Colours across the side at one of its points, three channels for each place, itself in the middle. */
interface Profile {
  x: number
  y: number
  colours: Float32Array
}

/**
 * The colour step at each of the side's points. A blurred edge is a slope whose steepest place means nothing: where steps are
 * clearly higher over a longer reach, that is used, and it finds the slope's middle.
 */
function edgePoints(picture: Picture, from: QuadPoint, to: QuadPoint, searchPx: number): EdgePoint[] {
  const track = trackThrough(from, to)
  const along = cornerDistance(from, to)
  const near = profilesAlong(picture, track, along, { searchPx, reach: softReach, scale: levels })
  const [sharp, soft] = [sharpReach, softReach].map((reach) => strongestSteps(near, track, { searchPx, reach, lean }))
  if (!areHigher(soft!, sharp!)) return sharp!
  const smearPx = smear.search * searchPx
  const far = profilesAlong(picture, track, along, { searchPx: smearPx, reach: smearReach, scale: light })
  const blurred = strongestSteps(far, track, { searchPx, reach: softReach, lean })
  const smeared = strongestSteps(far, track, { searchPx: smearPx, reach: smearReach, lean: smear.lean })
  return areHigher(smeared, blurred) ? smeared : blurred
}

function areHigher(longer: readonly EdgePoint[], shorter: readonly EdgePoint[]): boolean {
  return medianStep(longer) > softFrom * medianStep(shorter)
}

function medianStep(points: readonly EdgePoint[]): number {
  return points.map(({ step }) => step).sort((a, b) => a - b)[points.length >> 1] ?? 0
}

interface ProfileOptions {
  /** A profile has to lie in the picture so far on either side; beyond, the picture's last colours go on. */
  searchPx: number
  /** How far it goes on beyond that. */
  reach: number
  scale: Float32Array
}

function profilesAlong(
  picture: Picture,
  { x, y, dx, dy }: Track,
  along: number,
  { searchPx, reach, scale }: ProfileOptions,
): Profile[] {
  const half = searchPx + reach
  return Array.from({ length: samples }, (_, k) => {
    const at = along * (0.08 + (0.84 * (k + 0.5)) / samples)
    const [px, py] = [x + at * dx, y + at * dy]
    if (![-searchPx, searchPx].every((d) => isIn(picture, px - d * dy, py + d * dx))) return null
    const colours = new Float32Array((2 * half + 1) * 3)
    for (let d = -half; d <= half; d++)
      readAlong(picture, { x: px - d * dy, y: py + d * dx, dx, dy }, scale, colours, (d + half) * 3)
    return { x: px, y: py, colours }
  }).filter((profile) => profile !== null)
}

/** True where the place and two pixels round it lie in the picture. */
function isIn({ width, height }: Picture, x: number, y: number): boolean {
  return x >= 2 && y >= 2 && x < width - 2 && y < height - 2
}

interface StepSearch {
  /** How far from a profile's middle to look, and over how many pixels on either side a step is measured. */
  searchPx: number
  reach: number
  lean: number
}

function strongestSteps(profiles: readonly Profile[], track: Track, search: StepSearch): EdgePoint[] {
  return profiles.flatMap((profile) => strongestStep(profile, track, search) ?? [])
}

/** The largest colour step of a profile, placed between pixels by a parabola. */
function strongestStep(
  { x, y, colours }: Profile,
  { dx, dy }: Track,
  { searchPx, reach, lean }: StepSearch,
): EdgePoint | null {
  const middle = (colours.length / 3 - 1) / 2
  // A step farther from where the line was found has to be clearly stronger.
  const leaning = (i: number) => steps[i]! * (1 - (lean * Math.abs(i - searchPx)) / searchPx)
  const steps = new Float32Array(2 * searchPx + 1)
  let best = 2
  for (let i = 2; i < steps.length - 2; i++) {
    steps[i] = stepAt(colours, middle - searchPx + i, reach)
    if (leaning(i) > leaning(best)) best = i
  }
  if (steps[best]! < 3) return null
  const offset = best - searchPx + parabolaPeak(steps[best - 1]!, steps[best]!, steps[best + 1]!)
  return { x: x - offset * dy, y: y + offset * dx, step: steps[best]! }
}

/** Difference between the mean colours before and after a place, of the channel that differs most. */
function stepAt(colours: Float32Array, i: number, reach: number): number {
  let most = 0
  for (let c = 0; c < 3; c++) {
    let step = 0
    for (let k = 1; k <= reach; k++) step += colours[(i + k) * 3 + c]! - colours[(i - k) * 3 + c]!
    most = Math.max(most, Math.abs(step) / reach)
  }
  return most
}

/** Mean colour of five pixels along the side's direction. */
function readAlong(
  { data, width, height }: Picture,
  { x, y, dx, dy }: Track,
  scale: Float32Array,
  into: Float32Array,
  at: number,
): void {
  for (let k = -2; k <= 2; k++) {
    const px = Math.max(0, Math.min(width - 1, Math.round(x + k * dx)))
    const py = Math.max(0, Math.min(height - 1, Math.round(y + k * dy)))
    const p = (py * width + px) * 3
    for (let c = 0; c < 3; c++) into[at + c]! += scale[data[p + c]!]! / 5
  }
}

function parabolaPeak(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after
  return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend))
}

/** Weighted total least squares, repeated with Tukey's weights; null with fewer than a quarter of the samples. */
function fitTrack(points: EdgePoint[]): Track | null {
  if (points.length < samples / 4) return null
  const given = points.map(({ step }) => Math.min(step, mostWeight))
  let track = leastSquares(points, given)
  for (let round = 0; round < 8; round++) {
    const residuals = points.map(({ x, y }) => Math.abs((x - track.x) * track.dy - (y - track.y) * track.dx))
    const scale = Math.max(0.6, [...residuals].sort((a, b) => a - b)[residuals.length >> 1]! * 1.5)
    const weights = residuals.map((r, i) => (r > 3 * scale ? 0 : given[i]! * (1 - (r / (3 * scale)) ** 2) ** 2))
    track = leastSquares(points, weights)
  }
  return track
}

function leastSquares(points: EdgePoint[], weights: readonly number[]): Track {
  let total = 0
  let mx = 0
  let my = 0
  points.forEach(({ x, y }, i) => {
    total += weights[i]!
    mx += weights[i]! * x
    my += weights[i]! * y
  })
  mx /= total
  my /= total
  let xx = 0
  let xy = 0
  let yy = 0
  points.forEach(({ x, y }, i) => {
    xx += weights[i]! * (x - mx) ** 2
    xy += weights[i]! * (x - mx) * (y - my)
    yy += weights[i]! * (y - my) ** 2
  })
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  return { x: mx, y: my, dx: Math.cos(angle), dy: Math.sin(angle) }
}

function meet(a: Track, b: Track): QuadPoint | null {
  const cross = a.dx * b.dy - a.dy * b.dx
  if (Math.abs(cross) < 0.3) return null
  const t = ((b.x - a.x) * b.dy - (b.y - a.y) * b.dx) / cross
  return [a.x + t * a.dx, a.y + t * a.dy]
}
