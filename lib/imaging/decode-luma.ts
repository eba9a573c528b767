import type { Plane } from '#lib/domain/artifacts'
import { writeLuma } from '#lib/pixels/luma'
import { openImage } from './guarded-sharp.ts'

/** Above this many pixels colours are weighed while decoding: half as fast, but three bytes a pixel are never held at once. */
const manyPixels = 16_000_000

const bt709 = [0.2126, 0.7152, 0.0722]

/**
 * BT.709 luma of a JPEG or PNG at its own pixels, upright; transparent parts lie on white. Throws like `decodeCapture`. Costs
 * 80–110 ms of CPU for 12 megapixels and at most 60 MB besides its answer.
 */
export async function decodeLuma(bytes: Uint8Array): Promise<Plane> {
  const { width = 0, height = 0, orientation = 1 } = await openImage(bytes).metadata()
  const image = openImage(bytes).flatten({ background: '#fff' }).toColourspace('srgb')
  const weighed = width * height > manyPixels ? image.recomb([bt709, bt709, bt709] as never).extractChannel(0) : image
  const { data, info } = await weighed.raw().toBuffer({ resolveWithObject: true })
  if (info.channels === 1) return turnedUpright({ data, width: info.width, height: info.height }, orientation)
  if (info.channels !== 3) throw new Error(`Expected three channels, got ${info.channels}`)
  const pixels = info.width * info.height
  // What is still to be turned is written over the pixels it was weighed from, so that two buffers are enough.
  const luma = isUpright(orientation) ? new Uint8Array(pixels) : data.subarray(0, pixels)
  writeLuma(data, luma)
  return turnedUpright({ data: luma, width: info.width, height: info.height }, orientation)
}

/** As EXIF says it: 1, and whatever it leaves undefined. */
function isUpright(orientation: number): boolean {
  return !(orientation > 1 && orientation <= 8)
}

/**
 * The plane turned as EXIF orientation 1–8 asks; itself, where it is upright. Source: EXIF 2.32, 4.6.5.1.3: where the stored first
 * row and column lie in the upright picture.
 */
export function turnedUpright({ data, width, height }: Plane, orientation: number): Plane {
  if (isUpright(orientation)) return { data, width, height }
  const swapped = orientation >= 5
  const [across, down] = swapped ? [height, width] : [width, height]
  const fromRight = orientation === 2 || orientation === 3 || orientation === 6 || orientation === 7
  const fromBelow = orientation === 3 || orientation === 4 || orientation === 7 || orientation === 8
  // Place of the stored top left, and the step for a stored pixel to the right and below.
  const origin = (fromRight ? across - 1 : 0) + (fromBelow ? down - 1 : 0) * across
  const [alongX, alongY] = [fromRight ? -1 : 1, fromBelow ? -across : across]
  const [stepX, stepY] = swapped ? [alongY, alongX] : [alongX, alongY]
  const upright = new Uint8Array(data.length)
  // In blocks that stay in the cache, since a turned row is written down a column.
  for (let top = 0; top < height; top += block) {
    for (let left = 0; left < width; left += block) {
      const bottom = Math.min(height, top + block)
      const right = Math.min(width, left + block)
      for (let y = top; y < bottom; y++) {
        let to = origin + y * stepY + left * stepX
        for (let at = y * width + left, end = y * width + right; at < end; at++, to += stepX) upright[to] = data[at]!
      }
    }
  }
  return { data: upright, width: across, height: down }
}

const block = 64
