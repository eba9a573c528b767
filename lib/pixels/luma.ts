import type { Picture, Plane } from '#lib/domain/artifacts'
import { wordsOf } from './words.ts'

/** BT.709 luma of gamma-coded sRGB in 8-bit fixed point (54 + 183 + 19 = 256), within half a level of the exact weights. */
export function lumaOf({ data, width, height }: Picture): Plane {
  const luma = new Uint8Array(width * height)
  writeLuma(data, luma)
  return { data: luma, width, height }
}

/** Writes the luma of interleaved RGB, which may be the same memory: `luma` then begins where `rgb` does. */
export function writeLuma(rgb: Uint8Array, luma: Uint8Array): void {
  const done = writeByFours(wordsOf(rgb), wordsOf(luma))
  for (let i = done, p = 3 * done; i < luma.length; i++, p += 3) luma[i] = weighed(rgb[p]!, rgb[p + 1]!, rgb[p + 2]!)
}

/** Four pixels are three words, read and written at once; answers how many pixels were. */
function writeByFours(words: Int32Array | null, fours: Int32Array | null): number {
  if (!words || !fours) return 0
  for (let i = 0, at = 0; i < fours.length; i++, at += 3) {
    const a = words[at]!
    const b = words[at + 1]!
    const c = words[at + 2]!
    fours[i] =
      weighed(a & 255, (a >>> 8) & 255, (a >>> 16) & 255) |
      (weighed(a >>> 24, b & 255, (b >>> 8) & 255) << 8) |
      (weighed((b >>> 16) & 255, b >>> 24, c & 255) << 16) |
      (weighed((c >>> 8) & 255, (c >>> 16) & 255, c >>> 24) << 24)
  }
  return 4 * fours.length
}

function weighed(red: number, green: number, blue: number): number {
  return (54 * red + 183 * green + 19 * blue + 128) >> 8
}
