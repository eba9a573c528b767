import type { Picture } from '#lib/domain/artifacts'

/** A square anywhere on a picture, also turned or reaching past its edges; in pixels, `angle` in radians clockwise. */
export interface Square {
  x: number
  y: number
  size: number
  angle: number
}

/** Most samples averaged for a pixel along one side: what a network sees must not flicker with fine patterns. */
const maxSamples = 6

/**
 * Shrinks or enlarges the picture inside a square to `side × side` pixels of RGB, levels 0–255 brought to `low`–`high`; black
 * outside the picture. Averages a grid of nearest pixels where it shrinks, interpolates where it enlarges.
 */
export function sampleSquare(picture: Picture, square: Square, side: number, low = 0, high = 1): Float32Array {
  const out = new Float32Array(side * side * 3)
  const step = square.size / side
  const samples = Math.min(maxSamples, Math.ceil(step - 0.5))
  const [alongX, alongY] = [step * Math.cos(square.angle), step * Math.sin(square.angle)]
  const scale = (high - low) / 255
  const pixel = [0, 0, 0]
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at += 3) {
      const [u, v] = [column + 0.5 - side / 2, row + 0.5 - side / 2]
      const x = square.x + u * alongX - v * alongY
      const y = square.y + u * alongY + v * alongX
      if (samples <= 1) interpolate(picture, x - 0.5, y - 0.5, pixel)
      else average(picture, x, y, alongX, alongY, samples, pixel)
      for (let channel = 0; channel < 3; channel++) out[at + channel] = low + pixel[channel]! * scale
    }
  }
  return out
}

/** Where a point of the sampled square, in its own pixels, lies on the picture. */
export function fromSquare(square: Square, side: number, u: number, v: number): [x: number, y: number] {
  const step = square.size / side
  const [along, across] = [step * Math.cos(square.angle), step * Math.sin(square.angle)]
  const [du, dv] = [u - side / 2, v - side / 2]
  return [square.x + du * along - dv * across, square.y + du * across + dv * along]
}

function average(
  { data, width, height }: Picture,
  x: number,
  y: number,
  alongX: number,
  alongY: number,
  samples: number,
  pixel: number[],
): void {
  let [red, green, blue] = [0, 0, 0]
  for (let i = 0; i < samples; i++) {
    const v = (i + 0.5) / samples - 0.5
    for (let j = 0; j < samples; j++) {
      const u = (j + 0.5) / samples - 0.5
      const column = Math.floor(x + u * alongX - v * alongY)
      const row = Math.floor(y + u * alongY + v * alongX)
      if (column < 0 || row < 0 || column >= width || row >= height) continue
      const from = (row * width + column) * 3
      red += data[from]!
      green += data[from + 1]!
      blue += data[from + 2]!
    }
  }
  const all = samples * samples
  pixel[0] = red / all
  pixel[1] = green / all
  pixel[2] = blue / all
}

function interpolate({ data, width, height }: Picture, x: number, y: number, pixel: number[]): void {
  pixel.fill(0)
  if (x < -1 || y < -1 || x > width || y > height) return
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const [right, below] = [x - column, y - row]
  for (let corner = 0; corner < 4; corner++) {
    const [px, py] = [column + (corner & 1), row + (corner >> 1)]
    if (px < 0 || py < 0 || px >= width || py >= height) continue
    const weight = (corner & 1 ? right : 1 - right) * (corner >> 1 ? below : 1 - below)
    const from = (py * width + px) * 3
    for (let channel = 0; channel < 3; channel++) pixel[channel]! += weight * data[from + channel]!
  }
}

/** A sampled square with left and right exchanged. */
export function mirrored(pixels: Float32Array, side: number): Float32Array {
  return pixels.map((_, at) => {
    const [pixel, channel] = [Math.floor(at / 3), at % 3]
    const [row, column] = [Math.floor(pixel / side), pixel % side]
    return pixels[(row * side + side - 1 - column) * 3 + channel]!
  })
}
