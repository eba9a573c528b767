import sharp from 'sharp'
import type { Picture } from '#lib/domain/artifacts'
import type { Random } from '../random.ts'
import { type ScreenRaster, type SubPixels, screenRaster } from './screen-raster.ts'

export interface ScreenPhotoOptions {
  subPixels: SubPixels
  /** Share of the picture's width that the shown picture takes; over 1, it is cut. */
  fill: number
  /** Radians by which camera and screen are turned against each other. */
  angle: number
  /** Sigma of the lens's blur in camera pixels. */
  blur: number
  /** Standard deviation of the sensor's noise in levels. */
  noise: number
  /** Long side of the picture as it is sent. */
  longSidePx: number
  /** Camera pixels per pixel of the picture as it is sent, from 1. */
  reduction: number
  /** Of JPEG. */
  quality: number
}

/** By lot, as a hand-held phone takes a laptop's, a monitor's or another phone's screen, and a messenger or a form reduces it. */
export function screenPhotoOptions(random: Random): ScreenPhotoOptions {
  const longSidePx = random.pick([1000, 1280, 1600])
  return {
    subPixels: random.pick(['stripes', 'stripes', 'reversed stripes', 'diamonds']),
    fill: random.between(0.7, 1.7),
    angle: random.normal() * 0.06 + (random.chance(0.3) ? Math.PI / 2 : 0),
    blur: random.between(0.4, 0.9),
    noise: random.between(0.8, 3),
    longSidePx,
    reduction: random.chance(0.25) ? 1 : Math.min(4000 / longSidePx, 3.5 ** random.next()),
    quality: random.whole(62, 95),
  }
}

const linear = Float32Array.from({ length: 256 }, (_, level) => (level / 255) ** 2.2)
const levels = Uint8Array.from({ length: 4097 }, (_, step) => Math.round(255 * (step / 4096) ** (1 / 2.2)))

/**
 * Photographs a picture, given in screen pixels, off a screen: sub-pixels with dark gaps, perspective, lens and a Bayer sensor make
 * beats as in photos. Answers a JPEG, 3 : 4 or 4 : 3. About 2 s for 12 megapixels of the sensor.
 */
export async function photographScreen(random: Random, shown: Picture, options: ScreenPhotoOptions): Promise<Buffer> {
  const { longSidePx, reduction, quality } = options
  const isUpright = shown.height > shown.width
  const [long, short] = [Math.round(longSidePx * reduction), Math.round(0.75 * longSidePx * reduction)]
  const [width, height] = isUpright ? [short, long] : [long, short]
  const data = developed(exposed(random, shown, options, width, height), width, height)
  let photo = sharp(data, { raw: { width, height, channels: 3 } })
  if (reduction > 1) {
    const kernel = random.pick(['lanczos3', 'cubic', 'mitchell', 'linear'] as const)
    photo = photo.resize(Math.round(width / reduction), Math.round(height / reduction), { kernel, fit: 'fill' })
  }
  if (random.chance(0.4)) photo = photo.sharpen({ sigma: 0.8 })
  return photo.jpeg({ quality, chromaSubsampling: random.chance(0.75) ? '4:2:0' : '4:4:4' }).toBuffer()
}

/** Light on each camera pixel, which measures one colour (RGGB), 0..1, with noise. */
function exposed(
  random: Random,
  shown: Picture,
  options: ScreenPhotoOptions,
  width: number,
  height: number,
): Float32Array {
  const { fill, angle, blur, noise, subPixels } = options
  const pitch = (fill * width) / shown.width
  const raster = screenRaster(random, subPixels, pitch, blur)
  const [cos, sin] = [Math.cos(angle) / pitch, Math.sin(angle) / pitch]
  const [lean, rise, barrel] = [random.normal() * 0.08, random.normal() * 0.08, random.normal() * 0.02]
  const [exposure, wall] = [random.between(0.55, 1.05), random.between(0.02, 0.2)]
  const raw = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2]
      const far = 1 + (lean * dx) / width + (rise * dy) / width + (barrel * (dx * dx + dy * dy)) / (width * width)
      const u = shown.width / 2 + (cos * dx - sin * dy) / far
      const v = shown.height / 2 + (sin * dx + cos * dy) / far
      const channel = (y & 1) + (x & 1)
      const light = exposure * lightOf(shown, raster, channel, u, v, wall)
      const grain = (random.normal() * noise * (0.4 + Math.sqrt(light))) / 255
      raw[y * width + x] = Math.max(0, Math.min(1, light + grain))
    }
  }
  return raw
}

function lightOf(shown: Picture, raster: ScreenRaster, channel: number, u: number, v: number, wall: number): number {
  const [column, row] = [Math.floor(u), Math.floor(v)]
  if (column < 0 || row < 0 || column >= shown.width - 1 || row >= shown.height - 1) return wall
  const at = (row * shown.width + column) * 3 + channel
  const [across, down] = [u - column, v - row]
  const { data, width } = shown
  const upper = linear[data[at]!]! * (1 - across) + linear[data[at + 3]!]! * across
  const lower = linear[data[at + 3 * width]!]! * (1 - across) + linear[data[at + 3 * width + 3]!]! * across
  return (upper * (1 - down) + lower * down) * raster.at(channel, u, v)
}

/** Each pixel's missing colours from its eight neighbours that measured them, the nearer ones twice, as sRGB bytes. */
function developed(raw: Float32Array, width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sums, counts] = [
        [0, 0, 0],
        [0, 0, 0],
      ]
      for (let py = Math.max(0, y - 1); py <= Math.min(height - 1, y + 1); py++) {
        for (let px = Math.max(0, x - 1); px <= Math.min(width - 1, x + 1); px++) {
          const channel = (py & 1) + (px & 1)
          const weight = px === x && py === y ? 100 : px === x || py === y ? 2 : 1
          sums[channel]! += weight * raw[py * width + px]!
          counts[channel]! += weight
        }
      }
      for (let channel = 0; channel < 3; channel++) {
        data[(y * width + x) * 3 + channel] = levels[Math.round((4096 * sums[channel]!) / (counts[channel]! || 1))]!
      }
    }
  }
  return data
}
