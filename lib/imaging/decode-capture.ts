import type { Picture } from '#lib/domain/artifacts'
import { openImage } from './guarded-sharp.ts'

/** Long side of the picture that checks see; larger ones are reduced, smaller ones never enlarged. */
export const workingSidePx = 1600

export interface DecodedCapture {
  /** Upright sRGB, long side at most 1600 px; transparent parts lie on white. */
  picture: Picture
  /** Size of the upright original, in its own pixels. */
  widthPx: number
  heightPx: number
}

/**
 * Decodes a JPEG or PNG once, upright (EXIF orientation applied). Throws for other formats, for damaged files and above
 * 50 megapixels. Costs 60–150 ms for 12 megapixels: JPEGs are reduced while they are read.
 */
export async function decodeCapture(bytes: Uint8Array): Promise<DecodedCapture> {
  const { autoOrient } = await openImage(bytes).metadata()
  const { data, info } = await openImage(bytes)
    .autoOrient()
    .resize(workingSidePx, workingSidePx, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`Expected three channels, got ${info.channels}`)
  return {
    picture: { data, width: info.width, height: info.height },
    widthPx: autoOrient.width,
    heightPx: autoOrient.height,
  }
}
