import sharp, { type Sharp } from 'sharp'
import { maxPixels } from '#lib/domain/policy'

// Only the two loaders a capture may need; every other format libvips knows stays shut, whatever the bytes claim.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
// One capture is decoded once: a cache only grows, and a second thread would take the neighbour's core.
sharp.cache(false)
sharp.concurrency(1)

/**
 * Opens a JPEG or PNG from bytes with the limits every decode here needs; other formats throw when read. `failOn: error`
 * refuses what is cut short but not sound files with odd headers (security: sharp's default refuses both).
 */
export function openImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
}

export { sharp }
