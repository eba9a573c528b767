import type { Picture, Plane } from '#lib/domain/artifacts'
import { lumaOf, writeLuma } from '#lib/pixels/luma'
import { decodeCapture, workingSidePx } from './decode-capture.ts'
import { decodeLuma } from './decode-luma.ts'
import { openImage, sharp } from './guarded-sharp.ts'
import { isUpright, turnUpright } from './turn-upright.ts'

export interface Pixels {
  /** Upright sRGB, long side at most 1600 px, as `decodeCapture` gives it. */
  picture: Picture
  /** BT.709 luma of the upright original at its own pixels. */
  nativeLuma: () => Promise<Plane>
}

/** Above this many pixels three bytes of each are not held at once, and reading twice takes the least memory. */
const manyPixels = 16_000_000

/**
 * Decodes a JPEG or PNG for all that is looked at; transparent parts lie on white. Throws like `decodeCapture`. For 12 megapixels
 * that is 125 ms of the processor, where reading it reduced and then whole is 180.
 */
export async function decodePixels(bytes: Uint8Array): Promise<Pixels> {
  const { width, height, orientation = 1 } = await openImage(bytes).metadata()
  const isReduced = Math.max(width, height) > workingSidePx
  if (isReduced && width * height <= manyPixels) return decodeWhole(bytes, orientation)
  const { picture } = await decodeCapture(bytes)
  return { picture, nativeLuma: async () => (isReduced ? decodeLuma(bytes) : lumaOf(picture)) }
}

async function decodeWhole(bytes: Uint8Array, orientation: number): Promise<Pixels> {
  const { data, info } = await openImage(bytes)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels !== 3) throw new Error(`Expected three channels, got ${channels}`)
  const reduced = await sharp(data, { raw: { width, height, channels } })
    .resize(workingSidePx, workingSidePx, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  // What is still to be turned is written over the pixels it was weighed from, so that two buffers are enough.
  const luma = isUpright(orientation) ? new Uint8Array(width * height) : data.subarray(0, width * height)
  writeLuma(data, luma)
  const nativeLuma = turnUpright({ data: luma, width, height }, orientation)
  const picture = turnUpright(
    { data: reduced.data, width: reduced.info.width, height: reduced.info.height },
    orientation,
  )
  return { picture, nativeLuma: async () => nativeLuma }
}
