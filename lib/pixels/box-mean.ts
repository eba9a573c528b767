/**
 * Mean over a square window of `2 × radius + 1` cells around each cell (row-major `width × height`), the window cut at the
 * border. Two running sums: the cost does not grow with the radius.
 */
export function boxMean(values: ArrayLike<number>, width: number, height: number, radius: number): Float32Array {
  const across = new Float32Array(width * height)
  for (let y = 0; y < height; y++) slide(values, across, y * width, width, radius)
  const both = new Float32Array(width * height)
  slideDown(across, both, width, height, radius)
  return both
}

function slide(from: ArrayLike<number>, to: Float32Array, start: number, length: number, radius: number) {
  let sum = 0
  let count = 0
  for (let i = 0; i < Math.min(radius, length); i++) {
    sum += from[start + i]!
    count++
  }
  for (let i = 0; i < length; i++) {
    if (i + radius < length) {
      sum += from[start + i + radius]!
      count++
    }
    if (i - radius - 1 >= 0) {
      sum -= from[start + i - radius - 1]!
      count--
    }
    to[start + i] = sum / count
  }
}

/** All columns at once, row by row: going down one column after the other would miss the cache at every step. */
function slideDown(from: Float32Array, to: Float32Array, width: number, height: number, radius: number) {
  const sums = new Float64Array(width)
  let count = 0
  for (let y = 0; y < Math.min(radius, height); y++, count++) addRow(sums, from, y * width)
  for (let y = 0; y < height; y++) {
    if (y + radius < height) {
      addRow(sums, from, (y + radius) * width)
      count++
    }
    if (y - radius - 1 >= 0) {
      takeRow(sums, from, (y - radius - 1) * width)
      count--
    }
    for (let x = 0, at = y * width; x < width; x++, at++) to[at] = sums[x]! / count
  }
}

function addRow(sums: Float64Array, from: Float32Array, start: number) {
  for (let x = 0; x < sums.length; x++) sums[x]! += from[start + x]!
}

function takeRow(sums: Float64Array, from: Float32Array, start: number) {
  for (let x = 0; x < sums.length; x++) sums[x]! -= from[start + x]!
}
