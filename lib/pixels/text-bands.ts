import type { Plane } from '#lib/domain/artifacts'

/** A long even line of print: its middle runs along `y = a + b·x + c·x²` from `left` to `right`, in pixels of the plane. */
export interface TextBand {
  left: number
  right: number
  middle: readonly [a: number, b: number, c: number]
  /** Height of its letters, within a quarter. */
  height: number
  /** How much busier than its surroundings, 0..1. */
  strength: number
}

/** Columns put together: what makes a line of print is looked for along it, not within letters. */
const block = 8
/** Letter heights looked for, px; each covers about a third more and less. */
const heights = [6, 9, 13, 19, 28, 41]
/** A band shorter than so many letter heights is no line of an MRZ. */
const minAspect = 14

/**
 * Finds long, lonely rows of upright strokes, in a plane where lines of print run from left to right and slant by no more than
 * some 8°. Ranked by strength times length, lines with a like one near them first. Costs about 25 ms at 1600 px.
 */
export function textBands(plane: Plane): TextBand[] {
  const levels = [strokeBlocks(plane)]
  for (const _ of [2, 4]) levels.push(halved(levels.at(-1)!))
  const found = heights
    .filter((height) => height * minAspect < plane.width && height * 3 < plane.height)
    .flatMap((height) => bandsOfHeight(levels[height < 13 ? 0 : height < 28 ? 1 : 2]!, height))
  return ranked(found)
}

interface Blocks {
  /** Row-major `cols × rows`. */
  values: Float32Array
  cols: number
  rows: number
  /** Rows of pixels to a row. */
  scale: number
}

/** Mean contrast between neighbouring columns in blocks of one row by eight columns; strong edges count no more than clear print. */
function strokeBlocks({ data, width, height }: Plane): Blocks {
  const cols = Math.max(0, Math.floor((width - 2) / block))
  const values = new Float32Array(cols * height)
  for (let y = 0; y < height; y++) {
    let at = y * width
    for (let col = 0; col < cols; col++) {
      let sum = 0
      for (let end = at + block; at < end; at++) {
        const rise = Math.min(90, Math.abs(data[at + 2]! - data[at]!))
        sum += rise
      }
      values[y * cols + col] = sum / block
    }
  }
  return { values, cols, rows: height, scale: 1 }
}

/** Two rows put together. */
function halved({ values, cols, rows, scale }: Blocks): Blocks {
  const half = new Float32Array(cols * (rows >> 1))
  for (let at = 0; at < half.length; at++) {
    const from = Math.floor(at / cols) * 2 * cols + (at % cols)
    half[at] = (values[from]! + values[from + cols]!) / 2
  }
  return { values: half, cols, rows: rows >> 1, scale: scale * 2 }
}

function bandsOfHeight(strokes: Blocks, letters: number): TextBand[] {
  const { cols, rows, scale } = strokes
  const height = letters / scale
  const along = slideAcross(strokes, Math.max(1, Math.round((2.2 * letters) / block)))
  const inside = slideDown(along, Math.max(1, Math.round(height * 0.36)))
  const around = slideDown(along, Math.round(height * 1.15))
  // A ridge: inside busier than the mean of itself and the gaps above and below.
  const ridge = new Float32Array(cols * rows)
  for (let i = 0; i < ridge.length; i++) {
    const excess = inside.values[i]! - around.values[i]!
    ridge[i] = excess / (around.values[i]! + 2.5)
  }
  return followRidges(ridge, cols, rows, scale, height)
}

const minRidge = 0.13

/** Follows the crest of each ridge from its strongest block to both sides, never jumping further than letters can slant. */
function followRidges(ridge: Float32Array, cols: number, rows: number, scale: number, height: number): TextBand[] {
  const taken = new Uint8Array(cols * rows)
  const bands: TextBand[] = []
  const reach = Math.max(1, Math.ceil((block * 0.16) / scale))
  const minCols = Math.ceil((minAspect * height * scale) / block)
  const seedStep = Math.max(1, Math.floor(minCols / 3))
  for (let seedCol = Math.floor(seedStep / 2); seedCol < cols; seedCol += seedStep) {
    for (let y = 1; y < rows - 1; y++) {
      const at = y * cols + seedCol
      if (ridge[at]! < minRidge || taken[at] || ridge[at]! < ridge[at - cols]! || ridge[at]! < ridge[at + cols]!)
        continue
      const crest = [
        ...follow(ridge, cols, rows, seedCol, y, -1, reach).reverse(),
        [seedCol, y] as const,
        ...follow(ridge, cols, rows, seedCol, y, 1, reach),
      ]
      for (const [col, row] of crest) {
        for (
          let near = Math.max(0, row - Math.round(height * 0.6));
          near <= Math.min(rows - 1, row + Math.round(height * 0.6));
          near++
        ) {
          taken[near * cols + col] = 1
        }
      }
      if (crest.length < minCols) continue
      const strength = crest.reduce((sum, [col, row]) => sum + ridge[row * cols + col]!, 0) / crest.length
      bands.push({
        left: crest[0]![0] * block,
        right: (crest.at(-1)![0] + 1) * block,
        middle: fitCurve(crest.map(([col, row]) => [(col + 0.5) * block, (row + 0.5) * scale])),
        height: height * scale,
        strength,
      })
    }
  }
  return bands
}

type Cell = readonly [col: number, row: number]

function follow(
  ridge: Float32Array,
  cols: number,
  rows: number,
  fromCol: number,
  fromRow: number,
  step: -1 | 1,
  reach: number,
): Cell[] {
  const crest: Cell[] = []
  let row = fromRow
  let weak = 0
  for (let col = fromCol + step; col >= 0 && col < cols; col += step) {
    let best = row
    for (let near = Math.max(0, row - reach); near <= Math.min(rows - 1, row + reach); near++) {
      if (ridge[near * cols + col]! > ridge[best * cols + col]!) best = near
    }
    row = best
    weak = ridge[row * cols + col]! < minRidge * 0.6 ? weak + 1 : 0
    crest.push([col, row])
    if (weak > 3) break
  }
  return weak > 0 ? crest.slice(0, crest.length - weak) : crest
}

/** Least squares parabola; a straight line where points are few. */
function fitCurve(points: readonly Cell[]): [number, number, number] {
  const n = points.length
  const mean = points.reduce((sum, [x]) => sum + x, 0) / n
  const spread = Math.sqrt(points.reduce((sum, [x]) => sum + (x - mean) ** 2, 0) / n) || 1
  let [s1, s2, s3, s4, t0, t1, t2] = [0, 0, 0, 0, 0, 0, 0]
  for (const [x, y] of points) {
    const u = (x - mean) / spread
    s1 += u
    s2 += u * u
    s3 += u ** 3
    s4 += u ** 4
    t0 += y
    t1 += u * y
    t2 += u * u * y
  }
  // Symmetric 3 × 3 system by Cramer's rule.
  const det = (m: number[]) =>
    m[0]! * (m[4]! * m[8]! - m[5]! * m[7]!) -
    m[1]! * (m[3]! * m[8]! - m[5]! * m[6]!) +
    m[2]! * (m[3]! * m[7]! - m[4]! * m[6]!)
  const whole = det([n, s1, s2, s1, s2, s3, s2, s3, s4])
  if (n < 6 || Math.abs(whole) < 1e-9) {
    const slope = s2 > 0 ? t1 / s2 / spread : 0
    return [t0 / n - slope * mean, slope, 0]
  }
  const a = det([t0, s1, s2, t1, s2, s3, t2, s3, s4]) / whole
  const b = det([n, t0, s2, s1, t1, s3, s2, t2, s4]) / whole / spread
  const c = det([n, s1, t0, s1, s2, t1, s2, s3, t2]) / whole / (spread * spread)
  return [a - b * mean + c * mean * mean, b - 2 * c * mean, c]
}

function slideAcross({ values, cols, rows, scale }: Blocks, radius: number): Blocks {
  const out = new Float32Array(values.length)
  for (let y = 0; y < rows; y++) slide(values, out, y * cols, 1, cols, radius)
  return { values: out, cols, rows, scale }
}

/** As a running sum of whole rows, which reads memory in order. */
function slideDown({ values, cols, rows, scale }: Blocks, radius: number): Blocks {
  const out = new Float32Array(values.length)
  const sums = new Float64Array(cols)
  let count = 0
  for (let y = -radius; y < rows; y++) {
    const entering = y + radius
    const leaving = y - radius - 1
    if (entering < rows) {
      for (let x = 0; x < cols; x++) sums[x]! += values[entering * cols + x]!
      count++
    }
    if (leaving >= 0) {
      for (let x = 0; x < cols; x++) sums[x]! -= values[leaving * cols + x]!
      count--
    }
    if (y >= 0) for (let x = 0; x < cols; x++) out[y * cols + x] = sums[x]! / count
  }
  return { values: out, cols, rows, scale }
}

function slide(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  let sum = 0
  let count = 0
  for (let i = -radius; i < length; i++) {
    if (i + radius < length) {
      sum += from[start + (i + radius) * step]!
      count++
    }
    if (i - radius - 1 >= 0) {
      sum -= from[start + (i - radius - 1) * step]!
      count--
    }
    if (i >= 0) to[start + i * step] = sum / count
  }
}

/** Height of a band's middle line at a place along it, in the plane's pixels: a parabola, since pages bend. */
export function middleAt({ middle: [a, b, c] }: Pick<TextBand, 'middle'>, x: number): number {
  return a + b * x + c * x * x
}

/** The same line seen at several letter heights is kept once, where it stands out most; those with a like line near them come first. */
function ranked(bands: TextBand[]): TextBand[] {
  const weight = ({ strength, left, right }: TextBand) => strength * (right - left)
  const kept: TextBand[] = []
  for (const band of [...bands].sort((a, b) => weight(b) - weight(a))) {
    if (!kept.some((other) => Math.abs(offsetOf(band, other)) < 0.5 * Math.max(band.height, other.height)))
      kept.push(band)
  }
  const rank = (band: TextBand) => weight(band) * (kept.some((other) => areAlike(band, other)) ? 1.6 : 1)
  return kept
    .map((band) => [rank(band), band] as const)
    .sort(([a], [b]) => b - a)
    .map(([, band]) => band)
}

/** How far `other` lies below the middle of `band`; infinite where it lies beside it. */
function offsetOf(band: TextBand, other: TextBand): number {
  const centre = (band.left + band.right) / 2
  if (centre < other.left || centre > other.right) return Number.POSITIVE_INFINITY
  return middleAt(other, centre) - middleAt(band, centre)
}

/** True for lines that begin and end under one another, as those of an MRZ do. */
function areAlike(band: TextBand, other: TextBand): boolean {
  const near = Math.abs(offsetOf(band, other))
  const height = Math.max(band.height, other.height)
  const slack = 0.1 * (band.right - band.left)
  const ends = Math.abs(band.left - other.left) < slack && Math.abs(band.right - other.right) < slack
  return ends && near > 0.9 * height && near < 4 * height && height < 1.6 * Math.min(band.height, other.height)
}
