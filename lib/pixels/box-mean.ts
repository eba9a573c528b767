/**
 * Mean over a square window of `2 × radius + 1` cells around each cell (row-major `width × height`), the window cut at the
 * border. Two running sums: the cost does not grow with the radius.
 */
export function boxMean(values: ArrayLike<number>, width: number, height: number, radius: number): Float32Array {
  const across = new Float32Array(width * height)
  for (let y = 0; y < height; y++) slide(values, across, y * width, 1, width, radius)
  const both = new Float32Array(width * height)
  for (let x = 0; x < width; x++) slide(across, both, x, width, height, radius)
  return both
}

function slide(from: ArrayLike<number>, to: Float32Array, start: number, step: number, length: number, radius: number) {
  let sum = 0
  let count = 0
  for (let i = 0; i < Math.min(radius, length); i++) {
    sum += from[start + i * step]!
    count++
  }
  for (let i = 0; i < length; i++) {
    if (i + radius < length) {
      sum += from[start + (i + radius) * step]!
      count++
    }
    if (i - radius - 1 >= 0) {
      sum -= from[start + (i - radius - 1) * step]!
      count--
    }
    to[start + i * step] = sum / count
  }
}
