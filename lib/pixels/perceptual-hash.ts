import type { Plane } from '#lib/domain/artifacts'

const cells = 32
const kept = 8
/** Grey levels by which the cells must vary; less is noise, and its bits would be chance. */
const leastSpread = 2

/** The hash of a picture too plain to have one. */
export const noFingerprint = '0'.repeat(16)

/**
 * A 64-bit hash of what a picture looks like, as 16 hex digits: the signs of the 8 × 8 lowest frequencies of both directions (a DCT
 * of 32 × 32 mean greys, those without change along one direction left out). Compression, size and brightness hardly change it,
 * crops of a few hundredths a little. `noFingerprint` where there is next to nothing in the picture. After Zauner, Implementation
 * and benchmarking of perceptual image hash functions (2010). 3 ms for 2 megapixels.
 */
export function perceptualHash(plane: Plane): string {
  const grid = meanGreys(plane)
  if (spread(grid) < leastSpread) return noFingerprint
  const frequencies = lowFrequencies(grid)
  let hash = 0n
  for (const value of frequencies) hash = (hash << 1n) | (value > 0 ? 1n : 0n)
  return hash.toString(16).padStart(16, '0')
}

/** Bits in which two hashes differ, 0..64. */
export function hashDistance(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let bits = 0
  for (; difference > 0n; difference &= difference - 1n) bits++
  return bits
}

function meanGreys({ data, width, height }: Plane): Float64Array {
  const grid = new Float64Array(cells * cells)
  for (let row = 0; row < cells; row++) {
    const [top, bottom] = span(row, height)
    for (let col = 0; col < cells; col++) {
      const [left, right] = span(col, width)
      let sum = 0
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[y * width + x]!
      grid[row * cells + col] = sum / ((bottom - top) * (right - left))
    }
  }
  return grid
}

/** The pixels of a cell along one side; at least one, where the picture is smaller than the grid. */
function span(cell: number, length: number): [from: number, to: number] {
  const from = Math.floor((cell * length) / cells)
  return [from, Math.max(from + 1, Math.floor(((cell + 1) * length) / cells))]
}

function spread(grid: Float64Array): number {
  const mean = grid.reduce((sum, value) => sum + value, 0) / grid.length
  return Math.sqrt(grid.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grid.length)
}

/** DCT-II along both sides, rows and columns 1 to 8 of it; not scaled, as only signs matter. */
function lowFrequencies(grid: Float64Array): Float64Array {
  const wave = (frequency: number, at: number) => Math.cos((Math.PI * (2 * at + 1) * frequency) / (2 * cells))
  const across = new Float64Array(cells * kept)
  for (let row = 0; row < cells; row++) {
    for (let u = 0; u < kept; u++) {
      for (let col = 0; col < cells; col++) across[row * kept + u]! += grid[row * cells + col]! * wave(u + 1, col)
    }
  }
  const frequencies = new Float64Array(kept * kept)
  for (let v = 0; v < kept; v++) {
    for (let u = 0; u < kept; u++) {
      for (let row = 0; row < cells; row++) frequencies[v * kept + u]! += across[row * kept + u]! * wave(v + 1, row)
    }
  }
  return frequencies
}
