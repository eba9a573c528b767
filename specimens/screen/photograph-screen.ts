import type { Picture } from '#lib/domain/artifacts'
import type { Random } from '../random.ts'

export interface ScreenPhotoOptions {
  /** Camera pixels per screen pixel. */
  pitch: number
  /** Radians by which camera and screen are turned against each other. */
  angle: number
  /** Sigma of the lens's blur in camera pixels. */
  blur: number
  /** Standard deviation of the sensor's noise in levels. */
  noise: number
  widthPx: number
  heightPx: number
}

/** By lot, as a hand-held phone takes a laptop's or a monitor's screen: from below one camera pixel a screen pixel to four. */
export function screenPhotoOptions(random: Random): ScreenPhotoOptions {
  return {
    pitch: 0.9 * 4 ** random.next(),
    angle: random.normal() * 0.05,
    blur: random.between(0.4, 0.9),
    noise: random.between(0.8, 2.2),
    widthPx: 1600,
    heightPx: 1200,
  }
}

const linear = Float32Array.from({ length: 256 }, (_, level) => (level / 255) ** 2.2)
const sub = 4

/**
 * Photographs a picture off a screen whose pixels are three upright stripes of red, green and blue with dark gaps, through a lens
 * and a Bayer sensor, so that beats between screen and sensor show as they do in photos. About 1.5 s for 2 megapixels.
 */
export function photographScreen(random: Random, shown: Picture, options: ScreenPhotoOptions): Picture {
  const { widthPx: width, heightPx: height } = options
  const mosaic = blurred(sense(shown, options, random), width, options.blur)
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const light = demosaic(mosaic, width, height, x, y, channel)
        const level = 255 * Math.min(1, light) ** (1 / 2.2) + random.normal() * options.noise
        data[(y * width + x) * 3 + channel] = Math.max(0, Math.min(255, Math.round(level)))
      }
    }
  }
  return { data, width, height }
}

/** Light of each colour on each camera pixel, three planes of them one after the other. */
function sense(shown: Picture, { pitch, angle, widthPx, heightPx }: ScreenPhotoOptions, random: Random): Float32Array {
  const planes = new Float32Array(widthPx * heightPx * 3)
  const [cos, sin] = [Math.cos(angle) / pitch, Math.sin(angle) / pitch]
  const lean = random.normal() * 0.04
  const rise = random.normal() * 0.04
  const gain = 3.2 / (sub * sub)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const sums = [0, 0, 0]
      for (let n = 0; n < sub * sub; n++) {
        const [dx, dy] = [x - widthPx / 2 + ((n % sub) + 0.5) / sub, y - heightPx / 2 + (((n / sub) | 0) + 0.5) / sub]
        const far = 1 + (lean * dx) / widthPx + (rise * dy) / heightPx
        const u = shown.width / 2 + (cos * dx - sin * dy) / far
        const v = shown.height / 2 + (sin * dx + cos * dy) / far
        const [column, row] = [Math.floor(u), Math.floor(v)]
        if (column < 0 || row < 0 || column >= shown.width || row >= shown.height) continue
        const stripe = (u - column) * 3
        const channel = Math.min(2, Math.floor(stripe))
        const [inStripe, inRow] = [stripe - channel, v - row]
        if (inStripe < 0.12 || inStripe > 0.88 || inRow < 0.1 || inRow > 0.9) continue
        sums[channel]! += linear[shown.data[(row * shown.width + column) * 3 + channel]!]!
      }
      for (let channel = 0; channel < 3; channel++) {
        planes[channel * widthPx * heightPx + y * widthPx + x] = sums[channel]! * gain
      }
    }
  }
  return planes
}

/** Each plane softened by a lens: two passes of three taps, as wide as sigma asks. */
function blurred(planes: Float32Array, width: number, sigma: number): Float32Array {
  const side = Math.min(0.3, (sigma * sigma) / 2)
  const soften = (source: Float32Array, step: number) => {
    const soft = new Float32Array(source.length)
    for (let at = 0; at < source.length; at++) {
      const [before, after] = [source[at - step] ?? source[at]!, source[at + step] ?? source[at]!]
      soft[at] = source[at]! * (1 - 2 * side) + (before + after) * side
    }
    return soft
  }
  return soften(soften(planes, 1), width)
}

/** Value of a colour at a pixel where only every second or fourth pixel measured it (RGGB). */
function demosaic(planes: Float32Array, width: number, height: number, x: number, y: number, channel: number): number {
  let [sum, count] = [0, 0]
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const [px, py] = [x + dx, y + dy]
      if (px < 0 || py < 0 || px >= width || py >= height) continue
      const measured = (py & 1) + (px & 1)
      if (measured !== channel) continue
      const weight = 1 / (1 + dx * dx + dy * dy)
      sum += planes[channel * width * height + py * width + px]! * weight
      count += weight
    }
  }
  return count > 0 ? sum / count : 0
}
