import type { Picture } from '#lib/domain/artifacts'

/** What comes nearest to grey in a picture. */
export interface LeastTint {
  /** Saturation of the most neutral twentieth of its pixels, 0..1; null where all is too dark or burnt out to tell. */
  saturation: number | null
  /** Mean colour of these pixels, 0..255. */
  colour: [red: number, green: number, blue: number]
}

const darkest = 70
const burntOut = 250
const neutralShare = 0.05
const levels = 256

/**
 * Saturation below which the most neutral 5 % of the masked pixels lie. In white light paper, print or a collar comes close to
 * grey; under coloured light nothing does. Takes a picture of about 400 px, `mask` of its size.
 */
export function leastTint({ data, width, height }: Picture, mask?: Uint8Array): LeastTint {
  const counts = new Uint32Array(levels)
  const sums = new Float64Array(levels * 3)
  let total = 0
  for (let i = 0, p = 0; i < width * height; i++, p += 3) {
    if (mask && !mask[i]) continue
    const red = data[p]!
    const green = data[p + 1]!
    const blue = data[p + 2]!
    const most = Math.max(red, green, blue)
    const least = Math.min(red, green, blue)
    if (most < darkest || least > burntOut) continue
    const level = Math.round((255 * (most - least)) / most)
    counts[level]!++
    sums[level * 3]! += red
    sums[level * 3 + 1]! += green
    sums[level * 3 + 2]! += blue
    total++
  }
  if (total < 200) return { saturation: null, colour: [0, 0, 0] }
  let seen = 0
  const colour: [number, number, number] = [0, 0, 0]
  for (let level = 0; level < levels; level++) {
    seen += counts[level]!
    for (let c = 0; c < 3; c++) colour[c]! += sums[level * 3 + c]!
    if (seen >= neutralShare * total) {
      return { saturation: level / 255, colour: colour.map((sum) => sum / seen) as [number, number, number] }
    }
  }
  return { saturation: 1, colour }
}
