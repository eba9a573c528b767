/** What a JPEG's markers say, read without decoding a pixel. */
export interface JpegStructure {
  widthPx: number
  heightPx: number
  scans: number
  /** The picture ends with its end marker; what follows that (a second picture, a phone maker's data) is not looked at. */
  complete: boolean
  /** Memory for coefficients that a decoder must hold at once: all of them when the picture comes in several scans. */
  bufferBytes: number
}

interface Frame {
  widthPx: number
  heightPx: number
  coefficients: number
}

const startOfScan = 0xda
const endOfImage = 0xd9

/** Markers without a length: stuffed bytes, TEM, restarts, a repeated start of image. */
function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

/** SOF0–SOF15 but for DHT, JPG and DAC, which share their range (ITU-T T.81, table B.1). */
function startsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function readFrame(segment: DataView): Frame | null {
  if (segment.byteLength < 8) return null
  const [heightPx, widthPx, components] = [segment.getUint16(3), segment.getUint16(5), segment.getUint8(7)]
  if (segment.byteLength < 8 + 3 * components) return null
  const areas = Array.from({ length: components }, (_, index) => {
    const sampling = segment.getUint8(8 + 3 * index + 1)
    return Math.max(1, sampling >> 4) * Math.max(1, sampling & 15)
  })
  const relative = areas.reduce((sum, area) => sum + area, 0) / Math.max(1, ...areas)
  return { widthPx, heightPx, coefficients: widthPx * heightPx * relative }
}

/**
 * Walks the markers of the first picture, as forgiving of stray bytes between them as libjpeg is. Null where no frame header
 * was found. Source: ITU-T T.81, annex B. About 1 ms a megabyte.
 */
export function readJpegStructure(bytes: Uint8Array): JpegStructure | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frame: Frame | null = null
  let scans = 0
  let complete = false
  let offset = 2
  while (true) {
    offset = bytes.indexOf(0xff, offset)
    while (bytes[offset] === 0xff) offset++
    if (offset <= 0 || offset >= bytes.length) break
    const marker = bytes[offset++]!
    if (standsAlone(marker)) continue
    if (marker === endOfImage) {
      complete = scans > 0
      break
    }
    if (offset + 2 > bytes.length) break
    // A length counts its own two bytes; like libjpeg, a smaller one is read as an empty segment.
    const length = Math.max(2, view.getUint16(offset))
    if (offset + length > bytes.length) break
    if (startsFrame(marker)) frame ??= readFrame(new DataView(view.buffer, view.byteOffset + offset, length))
    if (marker === startOfScan) scans++
    offset += length
  }
  if (!frame) return null
  const { widthPx, heightPx, coefficients } = frame
  return { widthPx, heightPx, scans, complete, bufferBytes: scans > 1 ? 2 * coefficients : 0 }
}
