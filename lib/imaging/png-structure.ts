import { inflateSync } from 'node:zlib'

/** What a PNG's chunks say, read without decoding a pixel. */
export interface PngStructure {
  widthPx: number
  heightPx: number
  /** All chunks up to the end chunk lie within the file. */
  complete: boolean
  /** Memory a decoder must hold at once: the whole picture when it is interlaced. */
  bufferBytes: number
  /** `[start, end)` of the signature and of the chunks that matter for pixels. */
  essential: [start: number, end: number][]
}

/** Ancillary chunks that change how pixels look; text and everything private is left out before decoding. */
const lookChunks = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'eXIf'])

/** Colour profiles of cameras and scanners are below 1 MB; a larger one is ignored, the picture is not. */
const maxProfileBytes = 4_000_000

/** Samples a pixel by colour type (PNG specification 3rd edition, table 8). */
const samplesByColourType: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function profileIsSmall(chunk: Uint8Array): boolean {
  const compressed = chunk.subarray(chunk.indexOf(0) + 2)
  try {
    inflateSync(compressed, { maxOutputLength: maxProfileBytes })
    return true
  } catch {
    return false
  }
}

function isEssential(name: string, data: Uint8Array): boolean {
  const critical = name.charCodeAt(0) < 0x60
  return critical || (lookChunks.has(name) && (name !== 'iCCP' || profileIsSmall(data)))
}

/** Null where the first chunk is no header. Animation frames are not essential: the still picture is what counts. */
export function readPngStructure(bytes: Uint8Array): PngStructure | null {
  if (bytes.length < 33) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const nameAt = (offset: number) => String.fromCharCode(...bytes.subarray(offset + 4, offset + 8))
  if (nameAt(8) !== 'IHDR') return null
  const [widthPx, heightPx] = [view.getUint32(16), view.getUint32(20)]
  const [depth, colourType, interlace] = [bytes[24]!, bytes[25]!, bytes[28]!]
  const pixelBits = depth * (samplesByColourType[colourType] ?? 4)
  const bufferBytes = interlace === 0 ? 0 : (widthPx * heightPx * Math.max(8, pixelBits)) / 8

  const essential: PngStructure['essential'] = [[0, 8]]
  let complete = false
  let offset = 8
  while (!complete && offset + 12 <= bytes.length) {
    const end = offset + 12 + view.getUint32(offset)
    if (end > bytes.length) break
    const name = nameAt(offset)
    if (isEssential(name, bytes.subarray(offset + 8, end - 4))) essential.push([offset, end])
    complete = name === 'IEND'
    offset = end
  }
  return { widthPx, heightPx, complete, bufferBytes, essential }
}

/** The same picture with nothing but what its pixels need: no text, no private chunk, nothing after the end. */
export function essentialPng(bytes: Uint8Array, { essential }: PngStructure): Uint8Array {
  return Buffer.concat(essential.map(([start, end]) => bytes.subarray(start, end)))
}
