import type { Plane } from '#lib/domain/artifacts'
import { cellLevel } from './cell-level.ts'
import { connectedComponents } from './connected-components.ts'
import type { Grid } from './grid-regions.ts'
import { nthSmallest } from './nth-smallest.ts'

/** The darker part of a page whose light falls into two levels. */
export interface CastShadow {
  /** Light of the brighter part over that of the darker, from 1. */
  step: number
  /** Usual level of the brighter part, 0–255. */
  bright: number
  /** Share of the light's variance that lies between the two levels, 0..1: a slope has less of it than a step. */
  twoLevels: number
  /** Share of the page in the dark part. */
  area: number
  /** Share of the dark part's outer border that is the page's own: a shadow comes in from outside, a portrait does not. */
  fromOutside: number
  /** Usual level of the brighter part over its paper's: well below 1 where that paper is light print on a dark ground. */
  ground: number
  /** 1 in the dark part. */
  dark: Grid
}

const cellsAcross = 50
const paperPercentile = 0.85
const closingCells = 2

/**
 * Looks for a shadow cast across a page: the paper's level in each of about 50 cells across (print closed over), split in two by
 * Otsu's method. Takes a plane of about 400 px, a mask of the page and one of what on it can be compared, of its size; null where too
 * little can.
 */
export function castShadow(luma: Plane, page: Uint8Array, comparable: Uint8Array): CastShadow | null {
  const cellPx = Math.max(1, Math.ceil(Math.max(luma.width, luma.height) / cellsAcross))
  const cols = Math.ceil(luma.width / cellPx)
  const rows = Math.ceil(luma.height / cellPx)
  const paper = paperLevels(luma, comparable, cellPx, cols, rows)
  const closed = extreme(extreme(paper, cols, rows, Math.max), cols, rows, Math.min)
  const inside = [...closed].filter((level) => level > 0)
  if (inside.length < 60) return null
  const split = otsu(inside.map(Math.log))
  const limit = Math.exp(split.threshold)
  const below = Uint8Array.from(closed, (level) => (level > 0 && level < limit ? 1 : 0))
  const { labels, components } = connectedComponents(below, cols, rows)
  const largest = components.reduce((best, one) => (one.size > (best?.size ?? 0) ? one : best), components[0])
  if (!largest) return null
  const dark = { rows, cols, values: Float32Array.from(labels, (label) => (label === largest.label ? 1 : 0)) }
  return {
    step: Math.exp(split.high - split.low),
    bright: Math.exp(split.high),
    twoLevels: split.between,
    area: largest.size / inside.length,
    fromOutside: outerShare(dark, closed, paperLevels(luma, page, cellPx, cols, rows)),
    ground: groundOf(luma, page, closed, limit, cellPx),
    dark,
  }
}

/** Of the cells whose closed level is above the limit, the middle ratio of their median pixel to it. */
function groundOf(luma: Plane, page: Uint8Array, closed: Float32Array, limit: number, cellPx: number): number {
  const cols = Math.ceil(luma.width / cellPx)
  const ratios: number[] = []
  closed.forEach((level, i) => {
    if (level < limit) return
    const middle = cellLevel(luma, page, (i % cols) * cellPx, Math.floor(i / cols) * cellPx, cellPx, 0.5)
    if (middle !== null) ratios.push(middle / level)
  })
  return ratios.length === 0 ? 1 : nthSmallest(Float32Array.from(ratios), ratios.length >> 1)
}

/** Level of the paper in each cell, 0 where less than a third of it is inside. */
function paperLevels(luma: Plane, mask: Uint8Array, cellPx: number, cols: number, rows: number) {
  const levels = new Float32Array(cols * rows)
  for (let i = 0; i < levels.length; i++) {
    const level = cellLevel(luma, mask, (i % cols) * cellPx, Math.floor(i / cols) * cellPx, cellPx, paperPercentile)
    if (level !== null) levels[i] = Math.max(1, level)
  }
  return levels
}

/** Largest or smallest of the cells round each that are inside; separable. */
function extreme(levels: Float32Array, cols: number, rows: number, pick: (a: number, b: number) => number) {
  const along = (from: Float32Array, step: number, at: (i: number) => number, length: number) =>
    from.map((level, i) => {
      if (level === 0) return 0
      let best = level
      const place = at(i)
      for (let k = Math.max(-closingCells, -place); k <= Math.min(closingCells, length - 1 - place); k++) {
        const there = from[i + k * step]!
        if (there > 0) best = pick(best, there)
      }
      return best
    })
  const across = along(levels, 1, (i) => i % cols, cols)
  return along(across, cols, (i) => Math.floor(i / cols), rows)
}

/** The split of sorted-out values with the most variance between its halves. */
function otsu(values: number[]) {
  values.sort((a, b) => a - b)
  const total = values.reduce((sum, value) => sum + value, 0)
  const mean = total / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  let best = { threshold: values[0]!, low: mean, high: mean, between: 0 }
  let sum = 0
  for (let i = 1; i < values.length; i++) {
    sum += values[i - 1]!
    const [low, high] = [sum / i, (total - sum) / (values.length - i)]
    const between = variance === 0 ? 0 : (i * (low - mean) ** 2 + (values.length - i) * (high - mean) ** 2) / variance
    if (between > best.between) best = { threshold: (values[i - 1]! + values[i]!) / 2, low, high, between }
  }
  return best
}

/** Of the sides where the dark part ends at the page's end or at lighter paper, the share of the former. */
function outerShare({ rows, cols, values }: Grid, levels: Float32Array, page: Float32Array): number {
  let outer = 0
  let inner = 0
  for (let i = 0; i < values.length; i++) {
    if (!values[i]) continue
    const [x, y] = [i % cols, Math.floor(i / cols)]
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ] as const) {
      const [nx, ny] = [x + dx, y + dy]
      const next = ny * cols + nx
      if (nx < 0 || ny < 0 || nx >= cols || ny >= rows || page[next] === 0) outer++
      else if (levels[next] !== 0 && !values[next]) inner++
    }
  }
  return outer / Math.max(1, outer + inner)
}
