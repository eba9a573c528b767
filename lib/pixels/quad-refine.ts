import type { Picture } from '#lib/domain/artifacts'
import type { Quad, QuadPoint } from './quad.ts'

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
/** Pixels on either side over which a step is measured: of a sharp edge, and of a blurred one. */
const sharpReach = 2
const softReach = 8
/** A side is blurred where steps are so much higher over the longer reach; measured in docs/decisions/038. */
const softFrom = 1.4
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
  const limit = 3 * options.searchPx
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

/** Colours across the side at one of its points, `count` places of three channels each. */
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
  const profiles = profilesAlong(picture, from, to, track, searchPx)
  const [sharp, soft] = [sharpReach, softReach].map((reach) =>
    profiles.flatMap((profile) => strongestStep(profile, track, searchPx, reach) ?? []),
  ) as [EdgePoint[], EdgePoint[]]
  return medianStep(soft) > softFrom * medianStep(sharp) ? soft : sharp
}

function medianStep(points: readonly EdgePoint[]): number {
  return points.map(({ step }) => step).sort((a, b) => a - b)[points.length >> 1] ?? 0
}

function profilesAlong(
  picture: Picture,
  from: QuadPoint,
  to: QuadPoint,
  { dx, dy }: Track,
  searchPx: number,
): Profile[] {
  return Array.from({ length: samples }, (_, k) => {
    const at = 0.08 + (0.84 * (k + 0.5)) / samples
    const [x, y] = [from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])]
    const colours = new Float32Array((2 * searchPx + 1) * 3)
    for (let d = -searchPx; d <= searchPx; d++) {
      if (!readAlong(picture, x - d * dy, y + d * dx, dx, dy, colours, (d + searchPx) * 3)) return null
    }
    return { x, y, colours }
  }).filter((profile) => profile !== null)
}

/** The largest colour step of a profile over so many pixels on either side, placed between pixels by a parabola. */
function strongestStep(
  { x, y, colours }: Profile,
  { dx, dy }: Track,
  searchPx: number,
  reach: number,
): EdgePoint | null {
  const count = 2 * searchPx + 1
  const steps = new Float32Array(count)
  let best = 2
  for (let i = 2; i < count - 2; i++) {
    steps[i] = stepAt(colours, i, Math.min(reach, i, count - 1 - i))
    // A step farther from where the line was found has to be clearly stronger.
    if (leaning(steps, i, searchPx) > leaning(steps, best, searchPx)) best = i
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

function leaning(steps: Float32Array, i: number, searchPx: number): number {
  return steps[i]! * (1 - (0.5 * Math.abs(i - searchPx)) / searchPx)
}

/** Mean colour of five pixels along the side's direction; false outside the picture. */
function readAlong(
  { data, width, height }: Picture,
  x: number,
  y: number,
  dx: number,
  dy: number,
  into: Float32Array,
  at: number,
): boolean {
  for (let k = -2; k <= 2; k++) {
    const px = Math.round(x + k * dx)
    const py = Math.round(y + k * dy)
    if (px < 0 || py < 0 || px >= width || py >= height) return false
    const p = (py * width + px) * 3
    for (let c = 0; c < 3; c++) into[at + c]! += data[p + c]! / 5
  }
  return true
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
