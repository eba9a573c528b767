/** Linear light of an sRGB byte, 0–65535. Source: IEC 61966-2-1. */
export const linearOfByte = Uint16Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return Math.round(65535 * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
})

/** sRGB value 0–255 (with fractions) of linear light 0–1. */
export function byteOfLinear(light: number): number {
  return 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)
}

/** What stands before the lens: linear reflectance, interleaved RGB, 0–65535, row-major. */
export interface Scene {
  data: Uint16Array
  width: number
  height: number
}
