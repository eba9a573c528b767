import type { Plane } from '#lib/domain/artifacts'
import { openImage } from './guarded-sharp.ts'
import { turnUpright } from './turn-upright.ts'

const bt709 = [0.2126, 0.7152, 0.0722]

/**
 * BT.709 luma of a JPEG or PNG at its own pixels, upright; transparent parts lie on white. Throws like `decodeCapture`. Colours are
 * weighed while decoding, so that three bytes a pixel are never held at once: half as fast as
 * what `decodePixels` does with smaller ones, within a level of it.
 */
export async function decodeLuma(bytes: Uint8Array): Promise<Plane> {
  const { orientation = 1 } = await openImage(bytes).metadata()
  const { data, info } = await openImage(bytes)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .recomb([bt709, bt709, bt709] as never)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 1) throw new Error(`Expected one channel, got ${info.channels}`)
  return turnUpright({ data, width: info.width, height: info.height }, orientation)
}
