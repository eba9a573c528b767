import { readJpegStructure } from './jpeg-structure.ts'
import { readPngStructure } from './png-structure.ts'
import { sniffType } from './sniff-type.ts'

/** What a decoder may hold of a picture that has to be kept whole: 50 megapixels of progressive 4:2:0. */
export const maxBufferBytes = 150_000_000

/**
 * `little`: a few rows at a time. `much`: a PDF, a very large picture, or one that is held whole; not two of them at once.
 * `most`: near the limit of what one picture may take.
 */
export type MemoryNeed = 'little' | 'much' | 'most'

const muchBufferBytes = maxBufferBytes / 4
const mostBufferBytes = maxBufferBytes / 2
const manyPixels = 30_000_000

/** How much memory opening a file may take. Reads headers alone, so any process may ask. */
export function neededMemory(bytes: Uint8Array): MemoryNeed {
  const type = sniffType(bytes)
  if (type === 'pdf') return 'much'
  const header = type === 'jpeg' ? readJpegStructure(bytes) : type === 'png' ? readPngStructure(bytes) : null
  if (!header) return 'little'
  const { widthPx, heightPx, bufferBytes } = header
  if (bufferBytes > mostBufferBytes) return 'most'
  return bufferBytes > muchBufferBytes || widthPx * heightPx > manyPixels ? 'much' : 'little'
}
