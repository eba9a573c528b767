import type { Picture, Plane } from '#lib/domain/artifacts'

/** BT.709 luma of gamma-coded sRGB in 8-bit fixed point (54 + 183 + 19 = 256), within half a level of the exact weights. */
export function lumaOf({ data, width, height }: Picture): Plane {
  const luma = new Uint8Array(width * height)
  for (let i = 0, p = 0; i < luma.length; i++, p += 3) {
    luma[i] = (54 * data[p]! + 183 * data[p + 1]! + 19 * data[p + 2]! + 128) >> 8
  }
  return { data: luma, width, height }
}
