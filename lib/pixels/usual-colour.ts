import type { Picture } from '#lib/domain/artifacts'
import { nthSmallest } from './nth-smallest.ts'

/**
 * Masks what has the usual colour of the masked part of a picture: pixels whose share of red, of green and of blue in all light is
 * within `reach` (0..1) of its median there. Light and shade change how bright a paper is and hardly its colour, so levels of these pixels
 * can be compared. Takes a picture of about 400 px, `mask` (row-major) of its size.
 */
export function usualColour({ data, width, height }: Picture, mask: Uint8Array, reach: number): Uint8Array {
  const [red, green, blue] = [0, 1, 2].map(() => new Float32Array(width * height)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const places = new Uint32Array(width * height)
  let count = 0
  for (let i = 0, p = 0; i < width * height; i++, p += 3) {
    const light = data[p]! + data[p + 1]! + data[p + 2]!
    if (!mask[i] || light === 0) continue
    red[count] = data[p]! / light
    green[count] = data[p + 1]! / light
    blue[count] = data[p + 2]! / light
    places[count++] = i
  }
  const usual = new Uint8Array(width * height)
  if (count === 0) return usual
  const median = (shares: Float32Array) => nthSmallest(shares.slice(0, count), count >> 1)
  const [usualRed, usualGreen, usualBlue] = [median(red), median(green), median(blue)]
  for (let n = 0; n < count; n++) {
    const off = Math.max(Math.abs(red[n]! - usualRed), Math.abs(green[n]! - usualGreen), Math.abs(blue[n]! - usualBlue))
    if (off <= reach) usual[places[n]!] = 1
  }
  return usual
}
