import { inflateSync } from 'node:zlib'
import { maxPixels } from '#lib/domain/policy'

/** What a PDF's objects say, read without rendering. */
export interface PdfStructure {
  /** Carries a script, an attachment, or an action that leaves the document or starts by itself. */
  active: boolean
  /** Unpacks to more than one page may need. */
  oversized: boolean
  metadata: Record<string, string>
}

/** Object streams and page content together; a page of dense vector drawing unpacks to a few megabytes. */
const maxUnpackedBytes = 64_000_000

/** ISO 32000-1, 12.6.4 (actions), 7.11.4 (embedded files), 12.5.6.15 (file attachments), 13 (rich media). */
const activeName =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|FileAttachment|RichMedia|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9_.-])/

interface Stream {
  dictionary: string
  data: Uint8Array
}

/** Splits a PDF into the text of its objects and their streams. Streams are found by their keywords, so damage does no harm. */
function splitStreams(bytes: Uint8Array): { text: string; streams: Stream[] } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const streams: Stream[] = []
  let text = ''
  let offset = 0
  for (const { index, 0: keyword } of whole.matchAll(/\bstream\r?\n/g)) {
    if (index < offset) continue
    const start = index + keyword.length
    const end = whole.indexOf('endstream', start)
    if (end < 0) break
    const before = whole.slice(Math.max(offset, index - 4000), index)
    streams.push({ dictionary: before.slice(before.lastIndexOf(' obj') + 1), data: bytes.subarray(start, end) })
    text += whole.slice(offset, index)
    offset = end
  }
  return { text: text + whole.slice(offset), streams }
}

function pixelsOf(dictionary: string): number {
  const side = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0)
  return side('Width') * side('Height')
}

/** Null when it would unpack to more than `limit` bytes; empty when it is broken, which is the renderer's to judge. */
function inflate(data: Uint8Array, limit: number): Uint8Array | null {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : new Uint8Array()
  }
}

/** Unpacks page content and object streams within the limit; pictures are bounded by the size they declare. */
function unpack(streams: readonly Stream[]): { oversized: boolean; objects: string } {
  let objects = ''
  let left = maxUnpackedBytes
  for (const { dictionary, data } of streams) {
    if (/\/Subtype\s*\/Image/.test(dictionary)) {
      if (pixelsOf(dictionary) > maxPixels) return { oversized: true, objects }
      continue
    }
    if (!dictionary.includes('/FlateDecode') && !/\/Fl\b/.test(dictionary)) continue
    const unpacked = inflate(data, left)
    if (!unpacked) return { oversized: true, objects }
    left -= unpacked.length
    if (dictionary.includes('/ObjStm')) objects += `${Buffer.from(unpacked).toString('latin1')}\n`
  }
  return { oversized: false, objects }
}

/** An address opened as soon as the document is: /OpenAction or /AA that is, or points at, a URI action. */
function opensAddress(text: string): boolean {
  const actions = text.matchAll(/\/(?:OpenAction|AA)\s*(?:(\d+\s+\d+)\s+R|(<<.{0,400}))/gs)
  // An honest document has a few; every one of them costs a search.
  for (const [, reference, inline] of actions.take(100)) {
    const start = reference ? text.indexOf(`${reference} obj`) : -1
    const action = inline ?? (start < 0 ? '' : text.slice(start, start + 400).split('endobj')[0]!)
    if (/\/S\s*\/URI\b/.test(action)) return true
  }
  return false
}

function readMetadata(text: string): Record<string, string> {
  const found = text.matchAll(/\/(Producer|Creator)\s*\(((?:[^()\\]|\\.){1,200})/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name!, value!.replace(/[^\x20-\x7e]/g, '')]))
}

/** Names may be written with #xx for any character (ISO 32000-1, 7.3.5): undone before looking for them. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Reads the objects of a PDF, packed ones included. Says nothing of strings and streams that are encrypted. */
export function readPdfStructure(bytes: Uint8Array): PdfStructure {
  const { text, streams } = splitStreams(bytes)
  const { oversized, objects } = unpack(streams)
  const names = plainNames(text + objects)
  return { active: activeName.test(names) || opensAddress(names), oversized, metadata: readMetadata(text) }
}
