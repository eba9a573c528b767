import sharp from 'sharp'

/**
 * Long side in pixels of a veiled picture. A face is then two pixels wide on an ID card and five in a selfie; people begin to
 * recognise faces they know at 7 × 10 (Sinha and others, Face Recognition by Humans: Nineteen Results, 2006, result 1).
 */
const veilSidePx = 12

/**
 * What stands in for a picture that may not be seen now: its colours and its shape. `thumb` is a JPEG of our own making, so
 * that this may run outside of the guarded children; under a millisecond.
 */
export async function veilPicture(thumb: Uint8Array): Promise<Buffer> {
  return sharp(thumb).resize(veilSidePx, veilSidePx, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer()
}
