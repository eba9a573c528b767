import type { Picture } from '#lib/domain/artifacts'

/** Per-pixel gradient of the channel that changes most, in levels per pixel; row-major, zero on the outermost pixels. */
export interface Gradient {
  width: number
  height: number
  gx: Float32Array
  gy: Float32Array
  magnitude: Float32Array
}

/**
 * Sobel gradient (divided by 8, so that a ramp of one level a pixel gives 1) of the strongest of R, G and B: an edge between
 * two colours of the same brightness counts as much as one between light and dark.
 */
export function colourGradient({ data, width, height }: Picture): Gradient {
  const gx = new Float32Array(width * height)
  const gy = new Float32Array(width * height)
  const magnitude = new Float32Array(width * height)
  const row = width * 3
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      let best = -1
      for (let p = at * 3; p < at * 3 + 3; p++) {
        const a = data[p - row - 3]!
        const b = data[p - row + 3]!
        const c = data[p + row - 3]!
        const d = data[p + row + 3]!
        const dx = b + d - a - c + 2 * (data[p + 3]! - data[p - 3]!)
        const dy = c + d - a - b + 2 * (data[p + row]! - data[p - row]!)
        const strength = dx * dx + dy * dy
        if (strength <= best) continue
        best = strength
        gx[at] = dx / 8
        gy[at] = dy / 8
      }
      magnitude[at] = Math.sqrt(best) / 8
    }
  }
  return { width, height, gx, gy, magnitude }
}
