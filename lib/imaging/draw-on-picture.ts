import { sharp } from './guarded-sharp.ts'

/**
 * Lays an SVG drawing of our own over one of our own JPEGs and returns the JPEG. The drawing is in the picture's pixels.
 * Opens the SVG reader that stays shut for uploads, so keep it out of processes that decode them.
 */
export async function drawOnPicture(jpeg: Uint8Array, svg: string): Promise<Uint8Array> {
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  return sharp(jpeg)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 88 })
    .toBuffer()
}
