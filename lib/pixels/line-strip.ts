import type { Plane } from '#lib/domain/artifacts'
import type { OutlinePoint } from '#lib/domain/region'

/** Where a line of print runs: its middle `y = a + b·x + c·x²` from `left` to `right`, letters `height` high; in pixels. */
export interface LineCourse {
  left: number
  right: number
  middle: readonly [a: number, b: number, c: number]
  /** Half-way between the ends. */
  height: number
  /** By how much letters grow towards the right, of their height, a pixel: perspective. 0 where left out. */
  growth?: number
}

/** Height of a strip and of the capital letters in it, px. The recogniser was trained on these. */
export const stripHeight = 32
export const stripLetter = 20

export interface LineStrip {
  /** Row-major, `height` rows of `width` grey levels 0–255. */
  data: Float32Array
  width: number
  height: number
  /** Place in the plane of a point of the strip. */
  toPlane: (x: number, y: number) => OutlinePoint
}

/**
 * Cuts a line out of a plane, straightened and brought to letters of 20 px; `rows` is the strip's height, and `pad` letter heights
 * are added before and after. Where letters are larger, several samples are averaged. Costs about 2 ms.
 */
export function lineStrip(plane: Plane, course: LineCourse, rows = stripHeight, pad = 2): LineStrip {
  const { left, right, height } = course
  const [a, b, c] = course.middle
  const zoom = stripLetter / height
  const start = left - pad * height
  const slant = Math.hypot(1, b + c * (left + right))
  const growth = course.growth ?? 0
  /** Height of letters at `start`, as a share of the one half-way. */
  const first = 1 + growth * (start - (left + right) / 2)
  const width = Math.max(8, Math.round(widthOf(right - left + 2 * pad * height, first, growth) * slant * zoom))
  const toPlane = (x: number, y: number): OutlinePoint => {
    const along = start + lengthOf(x / zoom / slant, first, growth)
    const slope = b + 2 * c * along
    const grown = first + growth * (along - start)
    const down = ((y - rows / 2) / zoom / Math.hypot(1, slope)) * grown
    return [along - down * slope, a + b * along + c * along * along + down]
  }
  const samples = Math.max(1, Math.min(4, Math.ceil(1 / zoom - 0.25)))
  const data = new Float32Array(width * rows)
  for (let x = 0; x < width; x++) {
    for (let sx = 0; sx < samples; sx++) {
      const at = x + (sx + 0.5) / samples
      // Along one column of the strip the place moves evenly.
      const [x0, y0] = toPlane(at, 0)
      const [x1, y1] = toPlane(at, rows)
      for (let y = 0; y < rows; y++) {
        for (let sy = 0; sy < samples; sy++) {
          const share = (y + (sy + 0.5) / samples) / rows
          data[y * width + x]! += sampleAt(plane, x0 + share * (x1 - x0) - 0.5, y0 + share * (y1 - y0) - 0.5)
        }
      }
    }
  }
  const count = samples * samples
  if (count > 1) for (let i = 0; i < data.length; i++) data[i]! /= count
  return { data, width, height: rows, toPlane }
}

/** Length in the strip, before zooming, of so much of a line whose letters are `first` high and grow; and the other way round. */
function widthOf(length: number, first: number, growth: number): number {
  return Math.abs(growth) < 1e-7 ? length / first : Math.log(Math.max(0.1, 1 + (growth * length) / first)) / growth
}

function lengthOf(width: number, first: number, growth: number): number {
  return Math.abs(growth) < 1e-7 ? width * first : (first * (Math.exp(growth * width) - 1)) / growth
}

/** Between four pixels, by their centres; outside the plane its border goes on. */
function sampleAt({ data, width, height }: Plane, x: number, y: number): number {
  const cx = x < 0 ? 0 : Math.min(x, width - 1)
  const cy = y < 0 ? 0 : Math.min(y, height - 1)
  const left = cx | 0
  const top = cy | 0
  const right = left + 1 < width ? 1 : 0
  const below = top + 1 < height ? width : 0
  const at = top * width + left
  const fx = cx - left
  const upper = data[at]! + fx * (data[at + right]! - data[at]!)
  const lower = data[at + below]! + fx * (data[at + below + right]! - data[at + below]!)
  return upper + (cy - top) * (lower - upper)
}

/** The same strip as it looks with the document upside down. */
export function turnedStrip({ data, width, height, toPlane }: LineStrip): LineStrip {
  return { data: data.slice().reverse(), width, height, toPlane: (x, y) => toPlane(width - x, height - y) }
}

const reach = 48

/** Mean 0 and deviation 1 within 48 columns to both sides, over the full height: uneven light and weak print come out alike. */
export function evenOut({ data, width, height }: LineStrip): Float32Array {
  const sums = new Float64Array(width + 1)
  const squares = new Float64Array(width + 1)
  for (let x = 0; x < width; x++) {
    let sum = 0
    let square = 0
    for (let y = 0; y < height; y++) {
      const level = data[y * width + x]!
      sum += level
      square += level * level
    }
    sums[x + 1] = sums[x]! + sum
    squares[x + 1] = squares[x]! + square
  }
  const even = new Float32Array(data.length)
  for (let x = 0; x < width; x++) {
    const low = Math.max(0, x - reach)
    const high = Math.min(width, x + reach + 1)
    const count = (high - low) * height
    const mean = (sums[high]! - sums[low]!) / count
    const variance = (squares[high]! - squares[low]!) / count - mean * mean
    const scale = 1 / Math.sqrt(Math.max(0, variance) + 9)
    for (let y = 0; y < height; y++) {
      even[y * width + x] = Math.max(-4, Math.min(4, (data[y * width + x]! - mean) * scale))
    }
  }
  return even
}
