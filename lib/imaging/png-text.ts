const maxChunks = 200
const maxChunkBytes = 65_536
const metresPerInch = 0.0254

/** Text beyond this says nothing of a program's name, and is where scripts and formulas hide: it is dropped, not cleaned. */
const plain = /^[\w .,()&+/-]{1,100}$/

/** Keywords of text chunks (PNG specification 3rd edition, 11.3.3.2), and the metadata names their content goes by. */
const keywords: Record<string, string> = { Software: 'Software', Comment: 'UserComment' }

/** XMP properties that say how a picture was made, wherever in the packet they stand. */
const properties: [name: string, property: RegExp][] = [
  ['CreatorTool', /xmp:CreatorTool(?:="|>)([^"<]{1,200})/],
  ['Software', /tiff:Software(?:="|>)([^"<]{1,200})/],
  ['UserComment', /exif:UserComment(?:="|>(?:\s*<rdf:[^>]{1,200}>){0,3})\s*([^"<\s][^"<]{0,199})/],
]

/**
 * What a PNG says of itself in text chunks, as short text by EXIF or XMP name; these chunks never reach a decoder, so they are
 * read here. Compressed text is left alone. Never throws.
 */
export function readPngText(bytes: Uint8Array): Record<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const facts: Record<string, string> = {}
  let offset = 8
  for (let walked = 0; offset + 12 <= bytes.length && walked < maxChunks; walked++) {
    const start = offset + 8
    const end = start + view.getUint32(offset)
    if (end + 4 > bytes.length) break
    const name = latin1(bytes.subarray(offset + 4, start))
    const data = bytes.subarray(start, Math.min(end, start + maxChunkBytes))
    if (name === 'pHYs' && data.length === 9) facts.XResolution ??= perInch(view, start)
    if (name === 'tEXt') addText(latin1(data), facts)
    if (name === 'iTXt') addXmp(latin1(data), facts)
    offset = end + 4
  }
  if (facts.XResolution) facts.ResolutionUnit = 'inches'
  else delete facts.XResolution
  return facts
}

/** Pixels per inch across; the chunk's unit 1 is the metre, 0 none at all. */
function perInch(view: DataView, start: number): string {
  return view.getUint8(start + 8) === 1 ? String(Math.round(view.getUint32(start) * metresPerInch)) : ''
}

function addText(chunk: string, facts: Record<string, string>): void {
  const cut = chunk.indexOf('\0')
  const name = keywords[chunk.slice(0, cut)]
  const text = chunk.slice(cut + 1).trim()
  if (cut > 0 && name && plain.test(text)) facts[name] ??= text
}

function addXmp(chunk: string, facts: Record<string, string>): void {
  // Keyword, then two bytes: not compressed, and how it would be.
  if (!chunk.startsWith('XML:com.adobe.xmp\0\0\0')) return
  for (const [name, property] of properties) {
    const text = property.exec(chunk)?.[1]?.trim()
    if (text && plain.test(text)) facts[name] ??= text
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
