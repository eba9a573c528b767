import { fileTypeFromBuffer } from 'file-type'

const known: Record<string, string | null> = {
  // Only asked about when the bytes at the start are wrong for a PDF.
  pdf: null,
  jpg: 'a JPG picture',
  png: 'a PNG picture',
  heic: 'a HEIC picture',
  webp: 'a WebP picture',
  avif: 'an AVIF picture',
  gif: 'a GIF picture',
  bmp: 'a BMP picture',
  tif: 'a TIFF picture',
  svg: 'an SVG drawing',
  psd: 'a Photoshop file',
  jp2: 'a JPEG 2000 picture',
  jxl: 'a JPEG XL picture',
  docx: 'a Word document',
  zip: 'a ZIP archive',
  mp4: 'a video',
  mov: 'a video',
}

/**
 * Names what a file is that isn't taken, with its article, for the sentence to its sender; null where nobody knows.
 * Never decides anything.
 */
export async function nameType(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 1_000_000)).catch(() => undefined)
  if (!found) return null
  return found.ext in known ? (known[found.ext] ?? null) : `a file of type ${found.ext.toUpperCase()}`
}
