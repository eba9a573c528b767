import type { Sharp } from 'sharp'
import { maxPixels } from '#lib/domain/policy'
import { sharp } from './guarded-sharp.ts'

/** What decoders are given of a file: a JPEG as it is, a PNG without its text, a PDF's first page as RGBA. */
export interface PictureSource {
  bytes: Uint8Array
  /** Set when `bytes` are pixels and no file. */
  raw?: { width: number; height: number; channels: 4 }
}

/** Opens a source for reading; `failOn` is libvips' word for how much damage it puts up with. */
export function openSource({ bytes, raw }: PictureSource, failOn: 'error' | 'warning'): Sharp {
  return sharp(bytes, { raw, failOn, limitInputPixels: maxPixels, sequentialRead: true })
}

/** The same as a JPEG or PNG file, for code that decodes by itself; only pixels have to be packed for that. */
export async function sourceAsFile(source: PictureSource): Promise<Uint8Array> {
  return source.raw ? openSource(source, 'error').removeAlpha().png({ compressionLevel: 1 }).toBuffer() : source.bytes
}
