interface Table {
  cos: Float64Array
  sin: Float64Array
  /** Index with its bits the other way round. */
  reversed: Uint16Array
  /** Room for the line being transformed. */
  lineRe: Float64Array
  lineIm: Float64Array
}

const tables = new Map<number, Table>()

function tableFor(size: number): Table {
  let table = tables.get(size)
  if (!table) {
    const bits = Math.log2(size)
    const reversed = new Uint16Array(size)
    for (let i = 1; i < size; i++) reversed[i] = (reversed[i >> 1]! >> 1) | ((i & 1) << (bits - 1))
    const angle = (i: number) => (-2 * Math.PI * i) / size
    const cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos(angle(i)))
    const sin = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin(angle(i)))
    table = { cos, sin, reversed, lineRe: new Float64Array(size), lineIm: new Float64Array(size) }
    tables.set(size, table)
  }
  return table
}

/** Discrete Fourier transform in place of `size` complex numbers (a power of two), starting at `from`, `step` apart. */
export function transformLine(re: Float64Array, im: Float64Array, from: number, step: number, size: number): void {
  const { cos, sin, reversed, lineRe, lineIm } = tableFor(size)
  // The first pass has nothing to turn.
  for (let i = 0; i < size; i += 2) {
    const a = from + reversed[i]! * step
    const b = from + reversed[i + 1]! * step
    lineRe[i] = re[a]! + re[b]!
    lineIm[i] = im[a]! + im[b]!
    lineRe[i + 1] = re[a]! - re[b]!
    lineIm[i + 1] = im[a]! - im[b]!
  }
  for (let half = 2; half < size; half *= 2) {
    const turn = size / (2 * half)
    for (let start = 0; start < size; start += 2 * half) {
      for (let a = start, b = start + half, t = 0; a < start + half; a++, b++, t += turn) {
        const lowerRe = lineRe[b]!
        const lowerIm = lineIm[b]!
        const real = lowerRe * cos[t]! - lowerIm * sin[t]!
        const imaginary = lowerRe * sin[t]! + lowerIm * cos[t]!
        const upperRe = lineRe[a]!
        const upperIm = lineIm[a]!
        lineRe[b] = upperRe - real
        lineIm[b] = upperIm - imaginary
        lineRe[a] = upperRe + real
        lineIm[a] = upperIm + imaginary
      }
    }
  }
  for (let i = 0, to = from; i < size; i++, to += step) {
    re[to] = lineRe[i]!
    im[to] = lineIm[i]!
  }
}

/** Two-dimensional transform in place of a square of complex numbers, row-major, its side a power of two. About 6 ms at 256. */
export function transformSquare(re: Float64Array, im: Float64Array, side: number): void {
  for (let i = 0; i < side; i++) transformLine(re, im, i * side, 1, side)
  for (let i = 0; i < side; i++) transformLine(re, im, i, side, side)
}
