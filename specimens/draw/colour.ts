export type Rgb = readonly [red: number, green: number, blue: number]

/** `#rrggbb` as 0–255. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** A colour made darker (factor below 1) or lighter (above 1), as `#rrggbb`. */
export function shaded(hex: string, factor: number): string {
  return hexOf(rgbOf(hex).map((channel) => channel * factor))
}

/** The colour `share` of the way from one to the other, as `#rrggbb`. */
export function mixed(from: string, to: string, share: number): string {
  const target = rgbOf(to)
  return hexOf(rgbOf(from).map((channel, at) => channel + (target[at]! - channel) * share))
}

/** 0–255 as `#rrggbb`, rounded and kept within range. */
export function hexOf(channels: readonly number[]): string {
  return `#${channels
    .map((channel) =>
      Math.round(Math.max(0, Math.min(255, channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
