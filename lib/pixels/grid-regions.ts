import { clampPoint, type Region } from '#lib/domain/region'
import { type Component, connectedComponents } from './connected-components.ts'
import { simplifyPolygon } from './simplify-polygon.ts'
import { traceContour } from './trace-contour.ts'

/** A coarse map over the whole upright picture: row-major `rows × cols` cells of equal size. */
export interface Grid {
  rows: number
  cols: number
  values: Float32Array
}

export interface GridRegionOptions {
  /** A region's cells reach at least this value… */
  low: number
  /** …and one of them this (hysteresis). */
  high: number
  /** Regions of fewer cells are dropped. */
  minCells: number
  /** The largest this many are kept. */
  maxRegions: number
}

const maxPoints = 60

export interface GridRegion {
  region: Region
  cells: Component
  /** Of the grid's values in it. */
  mean: number
}

/** Areas of a grid above a level as polygons in upright fractions, largest first, with the cells they cover. */
export function gridRegions(grid: Grid, options: GridRegionOptions): GridRegion[] {
  const { rows, cols, values } = grid
  const mask = Uint8Array.from(values, (value) => (value >= options.low ? 1 : 0))
  const { labels, components } = connectedComponents(mask, cols, rows)
  const peak = new Float32Array(components.length + 1)
  const sum = new Float64Array(components.length + 1)
  for (let i = 0; i < labels.length; i++) {
    peak[labels[i]!] = Math.max(peak[labels[i]!]!, values[i]!)
    sum[labels[i]!]! += values[i]!
  }
  return components
    .filter((found) => found.size >= options.minCells && peak[found.label]! >= options.high)
    .sort((a, b) => b.size - a.size)
    .slice(0, options.maxRegions)
    .map((cells) => ({
      region: regionOf(labels, cells, rows, cols),
      cells,
      mean: sum[cells.label]! / cells.size,
    }))
}

function regionOf(labels: Int32Array, cells: Component, rows: number, cols: number): Region {
  const contour = simplifyPolygon(traceContour(labels, cols, rows, cells), 0.8, maxPoints)
  return { points: contour.map(([x, y]) => clampPoint([x / cols, y / rows])), value: null }
}

/** The largest connected area at or above a level, as a share of the mask's cells (row-major, non-zero = inside). */
export function largestArea({ rows, cols, values }: Grid, level: number, mask: Uint8Array): number {
  const high = mask.map((one, i) => (one && values[i]! >= level ? 1 : 0))
  const sizes = connectedComponents(high, cols, rows).components.map(({ size }) => size)
  return (
    Math.max(0, ...sizes) /
    Math.max(
      1,
      mask.reduce((sum, one) => sum + one, 0),
    )
  )
}

const heatSide = 80

/** A mask or map of 0..1 (row-major) as a map of about 80 cells across: the mean of each cell. */
export function shrinkMask(mask: ArrayLike<number>, width: number, height: number): Grid {
  const cellPx = Math.max(1, Math.ceil(Math.max(width, height) / heatSide))
  const cols = Math.ceil(width / cellPx)
  const rows = Math.ceil(height / cellPx)
  const values = new Float32Array(rows * cols)
  for (let i = 0; i < mask.length; i++) {
    if (mask[i]) values[((i / width / cellPx) | 0) * cols + (((i % width) / cellPx) | 0)]! += mask[i]! / cellPx ** 2
  }
  return { rows, cols, values: values.map((share) => Math.min(1, share)) }
}

/** The grid as a check's `detail` carries it, values rounded to hundredths. */
export function heatOf({ rows, cols, values }: Grid): { rows: number; cols: number; values: number[] } {
  return { rows, cols, values: Array.from(values, (value) => Math.round(value * 100) / 100) }
}
