import { readJpegStructure } from './jpeg-structure.ts'
import { readPngStructure } from './png-structure.ts'
import { sniffType } from './sniff-type.ts'

/** What a decoder may hold of a picture that has to be kept whole: 50 megapixels of progressive 4:2:0. */
export const maxBufferBytes = 150_000_000

const muchBytes = maxBufferBytes / 4

/**
 * True where opening a file may take more memory than a slice of rows: pictures that must be held whole, and every PDF.
 * Reads headers alone, so any process may ask.
 */
export function needsMuchMemory(bytes: Uint8Array): boolean {
  const type = sniffType(bytes)
  if (type === 'pdf') return true
  const header = type === 'jpeg' ? readJpegStructure(bytes) : type === 'png' ? readPngStructure(bytes) : null
  return (header?.bufferBytes ?? 0) > muchBytes
}
