/** Light 0–1 of an sRGB level 0–255. Source: IEC 61966-2-1. */
export function lightOf(level: number): number {
  const share = level / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
