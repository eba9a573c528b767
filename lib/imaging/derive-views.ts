import type { Sharp } from 'sharp'
import { fitSidePx, thumbSidePx, viewSidePx } from '#lib/domain/tile-pyramid'
import { sharp } from './guarded-sharp.ts'
import type { PictureSource } from './picture-source.ts'
import { openSource } from './picture-source.ts'

/** A JPEG of our own making: upright, sRGB, no metadata. */
export interface Derivative {
  bytes: Uint8Array
  widthPx: number
  heightPx: number
}

export interface Views {
  /** Size of the upright picture as sent. */
  widthPx: number
  heightPx: number
  /** EXIF orientation 1–8; 1 where there is none or it is none of these. */
  orientation: number
  /** What customers look at, and reviewers from near. */
  view: Derivative
  /** What reviewers look at first: as many pixels as a stage has. */
  fit: Derivative
  /** For lists. */
  thumb: Derivative
}

/** libjpeg's word for a picture whose data ran out although its end marker is there: part of it would be grey. */
const dataMissing = /premature end of data segment/i

interface Raster {
  data: Buffer
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

function shrink(picture: Sharp): Promise<Raster> {
  return picture
    .autoOrient()
    .resize(viewSidePx, viewSidePx, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true }) as Promise<Raster>
}

/**
 * Decodes every row. Read strictly first to hear of missing data; decoders also warn of harmless oddities (stray bytes
 * between markers), and with those a picture is read again and taken.
 */
async function decodeWhole(source: PictureSource): Promise<Raster> {
  try {
    return await shrink(openSource(source, 'warning'))
  } catch (error) {
    if (dataMissing.test(String(error))) throw error
    return shrink(openSource(source, 'error'))
  }
}

function within(picture: Sharp, sidePx: number): Sharp {
  return picture.resize(sidePx, sidePx, { fit: 'inside', withoutEnlargement: true })
}

async function encode(picture: Sharp, quality: number): Promise<Derivative> {
  const { data, info } = await picture.jpeg({ quality }).toBuffer({ resolveWithObject: true })
  return { bytes: data, widthPx: info.width, heightPx: info.height }
}

/**
 * Makes what is shown of a capture from one decode of the whole picture; the original is never served. Throws when the
 * picture can't be decoded whole. 200–450 ms for 12 megapixels.
 */
export async function deriveViews(source: PictureSource): Promise<Views> {
  const { autoOrient, orientation = 1 } = await openSource(source, 'error').metadata()
  const { data, info } = await decodeWhole(source)
  const open = () => sharp(data, { raw: info })
  return {
    widthPx: autoOrient.width,
    heightPx: autoOrient.height,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    view: await encode(open(), 85),
    fit: await encode(within(open(), fitSidePx), 85),
    thumb: await encode(within(open(), thumbSidePx), 80),
  }
}
