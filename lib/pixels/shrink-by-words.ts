import type { Plane } from '#lib/domain/artifacts'
import { wordsOf } from './words.ts'

/** The first and third, and the second and fourth byte of a word, each with 16 bits of room to add up in. */
const lanes = 0xff00ff

/**
 * Shrinks as `shrinkPicture` and `shrinkPlane` do, byte for byte, but reads four bytes at once: a third of the time. Only the usual
 * factors, in rows of whole words; false, and nothing written, where it can't.
 */
export function shrinkByWords(source: Plane, channels: number, factor: number, small: Plane): boolean {
  const { data, width, height } = source
  const words = wordsOf(data)
  if (!words || (width * channels) % 4 !== 0 || height < factor) return false
  const shrink =
    channels === 1 && factor === 2 ? levelsByTwo : factor === 4 ? (channels === 1 ? levelsByFour : coloursByFour) : null
  if (!shrink) return false
  shrink(words, (width * channels) >> 2, small)
  return true
}

/** @param stride Words in a row of the source. */
function levelsByTwo(words: Int32Array, stride: number, { data, width, height }: Plane): void {
  for (let y = 0; y < height; y++) {
    let to = y * width
    for (let at = 2 * y * stride, end = at + stride; at < end; at++, to += 2) {
      const upper = words[at]!
      const lower = words[at + stride]!
      const pairs = (upper & lanes) + ((upper >>> 8) & lanes) + (lower & lanes) + ((lower >>> 8) & lanes)
      data[to] = ((pairs & 0xffff) + 2) >> 2
      data[to + 1] = ((pairs >>> 16) + 2) >> 2
    }
  }
}

function levelsByFour(words: Int32Array, stride: number, { data, width, height }: Plane): void {
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, at = 4 * y * stride; x < width; x++, at++, to++) {
      const sums = evenBytes(words, at, stride) + oddBytes(words, at, stride)
      data[to] = ((sums & 0xffff) + (sums >>> 16) + 8) >> 4
    }
  }
}

/** Four pixels are three words: R G B R, G B R G, B R G B. */
function coloursByFour(words: Int32Array, stride: number, { data, width, height }: Plane): void {
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, at = 4 * y * stride; x < width; x++, at += 3, to += 3) {
      const redBlue = evenBytes(words, at, stride)
      const greenRed = oddBytes(words, at, stride) + evenBytes(words, at + 1, stride)
      const blueGreen = oddBytes(words, at + 1, stride) + evenBytes(words, at + 2, stride)
      const redBlue2 = oddBytes(words, at + 2, stride)
      data[to] = ((redBlue & 0xffff) + (greenRed >>> 16) + (redBlue2 & 0xffff) + 8) >> 4
      data[to + 1] = ((greenRed & 0xffff) + (blueGreen >>> 16) + 8) >> 4
      data[to + 2] = ((redBlue >>> 16) + (blueGreen & 0xffff) + (redBlue2 >>> 16) + 8) >> 4
    }
  }
}

/** Sums down four rows: of the first byte in the lower half of the answer, of the third in the upper. */
function evenBytes(words: Int32Array, at: number, stride: number): number {
  return (
    (words[at]! & lanes) +
    (words[at + stride]! & lanes) +
    (words[at + 2 * stride]! & lanes) +
    (words[at + 3 * stride]! & lanes)
  )
}

/** The same of the second and the fourth. */
function oddBytes(words: Int32Array, at: number, stride: number): number {
  return (
    ((words[at]! >>> 8) & lanes) +
    ((words[at + stride]! >>> 8) & lanes) +
    ((words[at + 2 * stride]! >>> 8) & lanes) +
    ((words[at + 3 * stride]! >>> 8) & lanes)
  )
}
