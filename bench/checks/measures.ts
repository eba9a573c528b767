import type { OutlinePoint } from '#lib/domain/region'

/** A figure with its 95 % bootstrap interval and how many pictures it rests on. */
export interface Figure {
  value: number
  low: number
  high: number
  n: number
}

const rounds = 400

/** Recomputes a statistic on resampled pictures; the same numbers at every run. */
export function bootstrap<T>(items: readonly T[], statistic: (items: readonly T[]) => number): Figure {
  const random = seeded(20261122)
  const values: number[] = []
  for (let round = 0; round < rounds; round++) {
    const value = statistic(items.map(() => items[Math.floor(random() * items.length)]!))
    if (!Number.isNaN(value)) values.push(value)
  }
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? Number.NaN
  return { value: statistic(items), low: at(0.025), high: at(0.975), n: items.length }
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface Judged {
  /** Higher means the defect is likelier. */
  score: number
  flagged: boolean
  truth: boolean
}

/** Chance that a picture with the defect scores above one without; ties count half. NaN without both sorts. */
export function areaUnderCurve(items: readonly Judged[]): number {
  const bad = items.filter(({ truth }) => truth)
  const good = items.filter(({ truth }) => !truth)
  let wins = 0
  for (const b of bad) for (const g of good) wins += b.score > g.score ? 1 : b.score === g.score ? 0.5 : 0
  return wins / (bad.length * good.length)
}

export function recallOf(items: readonly Judged[]): number {
  const bad = items.filter(({ truth }) => truth)
  return bad.filter(({ flagged }) => flagged).length / bad.length
}

export function falseAlarmsOf(items: readonly Judged[]): number {
  const good = items.filter(({ truth }) => !truth)
  return good.filter(({ flagged }) => flagged).length / good.length
}

export function precisionOf(items: readonly Judged[]): number {
  const flagged = items.filter((item) => item.flagged)
  return flagged.filter(({ truth }) => truth).length / flagged.length
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Best F over thresholds of a map against a mask, recall weighted by `betaSquared`: 0.3 in the blur literature, 1 for F1. */
export function bestF(map: ArrayLike<number>, mask: ArrayLike<number>, betaSquared: number): number {
  const levels = 100
  const inside = new Float64Array(levels + 1)
  const outside = new Float64Array(levels + 1)
  for (let i = 0; i < mask.length; i++) (mask[i]! > 127 ? inside : outside)[Math.round(map[i]! * levels)]!++
  const all = inside.reduce((sum, count) => sum + count, 0)
  let best = 0
  let hits = 0
  let misses = 0
  for (let level = levels; level > 0; level--) {
    hits += inside[level]!
    misses += outside[level]!
    if (hits === 0) continue
    const [precision, recall] = [hits / (hits + misses), hits / all]
    best = Math.max(best, ((1 + betaSquared) * precision * recall) / (betaSquared * precision + recall))
  }
  return best
}

const gridSide = 400

/** Intersection over union of two polygons in fractions, on a 400 × 400 grid. */
export function overlapOf(a: readonly OutlinePoint[], b: readonly OutlinePoint[]): number {
  let both = 0
  let either = 0
  for (let i = 0; i < gridSide * gridSide; i++) {
    const x = ((i % gridSide) + 0.5) / gridSide
    const y = (Math.floor(i / gridSide) + 0.5) / gridSide
    const [inA, inB] = [contains(a, x, y), contains(b, x, y)]
    if (inA && inB) both++
    if (inA || inB) either++
  }
  return either === 0 ? 0 : both / either
}

function contains(points: readonly OutlinePoint[], x: number, y: number): boolean {
  let inside = false
  points.forEach(([x1, y1], i) => {
    const [x2, y2] = points[(i + 1) % points.length]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  })
  return inside
}
