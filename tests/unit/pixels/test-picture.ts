import type { Picture, Plane } from '#lib/domain/artifacts'

/** The picture tests/fixtures/oracle/generate.py draws: ramps, stripes and a moiré, 96 × 64. */
export function oraclePicture(): Picture {
  return paint(96, 64, (x, y) => [
    (x * 2 + (Math.floor(y / 8) % 2) * 60) % 256,
    (y * 3 + (Math.floor(x / 12) % 2) * 90) % 256,
    Math.floor((x * y) / 7) % 256,
  ])
}

/** A picture from a rule for each pixel's colour. */
export function paint(width: number, height: number, colour: (x: number, y: number) => number[]): Picture {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) data.set(colour(i % width, Math.floor(i / width)), i * 3)
  return { data, width, height }
}

/** Repeatable noise around 0, up to the given size. */
export function noise(x: number, y: number, size: number): number {
  let mixed = Math.imul(x + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(y + 0x7f4a7c15, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296 - 0.5) * 2 * size
}

/** A page of print: rows of dark blocks of many shapes, like letters, on light paper with a little noise. */
export function printedPage(width: number, height: number): Picture {
  return paint(width, height, (x, y) => {
    const inLine = y % 26 < 16
    const stroke = inLine && noise(Math.floor(x / 3), Math.floor(y / 4), 1) > 0.1
    const level = (stroke ? 40 : 215) + noise(x, y, 4)
    return [level, level, level - 8]
  })
}

/** Mean over a window of `2 × across + 1` by `2 × down + 1` pixels: a crude defocus when square, motion when flat. */
export function blurPlane({ data, width, height }: Plane, across: number, down: number): Plane {
  const blurred = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = -down; dy <= down; dy++) {
        for (let dx = -across; dx <= across; dx++) {
          const px = Math.min(width - 1, Math.max(0, x + dx))
          const py = Math.min(height - 1, Math.max(0, y + dy))
          sum += data[py * width + px]!
        }
      }
      blurred[y * width + x] = sum / ((2 * across + 1) * (2 * down + 1))
    }
  }
  return { data: blurred, width, height }
}
