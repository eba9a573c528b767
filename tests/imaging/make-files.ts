import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A colourful picture of waves, unlike anything a decoder could guess: RGB, 8 bit. */
export function waves(width = 640, height = 400): Sharp {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    data[3 * i] = 128 + 100 * Math.sin(x / 9 + y / 31)
    data[3 * i + 1] = 128 + 100 * Math.sin(y / 7)
    data[3 * i + 2] = (255 * x) / width
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** A coloured card with stripes on a grey table: something for checks to look at. */
export function cardPhoto(width = 1200, height = 900): Sharp {
  const data = new Uint8Array(width * height * 3).fill(150)
  for (let y = height * 0.2; y < height * 0.8; y++) {
    for (let x = width * 0.15; x < width * 0.85; x++) {
      const stripe = y % 40 < 12 && x % 24 < 14
      data.set(stripe ? [30, 40, 90] : [215, 225, 240], 3 * (Math.floor(y) * width + Math.floor(x)))
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

export function wavesJpeg(): Promise<Buffer> {
  return waves().jpeg({ quality: 90 }).toBuffer()
}

export function wavesPng(): Promise<Buffer> {
  return waves().png().toBuffer()
}

/** Offset of the first segment with this marker (its 0xff). */
export function markerOffset(jpeg: Buffer, marker: number): number {
  for (let offset = 2; offset < jpeg.length; offset += 2 + jpeg.readUInt16BE(offset + 2)) {
    if (jpeg[offset + 1] === marker) return offset
  }
  throw new Error(`No marker ${marker.toString(16)}`)
}

/** The same JPEG whose frame header claims another size. */
export function withJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg)
  const frame = markerOffset(jpeg, 0xc0)
  changed.writeUInt16BE(height, frame + 5)
  changed.writeUInt16BE(width, frame + 7)
  return changed
}

export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** Offset of a chunk's length field. */
export function chunkOffset(png: Buffer, name: string): number {
  return png.indexOf(name, 8, 'latin1') - 4
}

/** The same PNG with another chunk right after its header. */
export function withChunk(png: Buffer, name: string, data: Uint8Array): Buffer {
  return Buffer.concat([png.subarray(0, 33), pngChunk(name, data), png.subarray(33)])
}

/** The same PNG whose header, checksum included, claims another size. */
export function withPngSize(png: Buffer, width: number, height: number): Buffer {
  const header = Buffer.from(png.subarray(16, 29))
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33)])
}

export interface PdfParts {
  /** Points. */
  side?: number
  pages?: number
  /** What the page draws; a blue square when left out. */
  content?: Buffer
  /** Added to the catalogue, to the trailer. */
  catalogue?: string
  trailer?: string
  /** Whole objects, numbered from 50 up. */
  objects?: string[]
}

/** A small PDF, written by hand; readers rebuild the missing cross-reference table. */
export function makePdf({
  side = 400,
  pages = 1,
  content,
  catalogue = '',
  trailer = '',
  objects = [],
}: PdfParts = {}): Buffer {
  const packed = deflateSync(content ?? Buffer.from('0 0 1 rg 100 100 200 200 re f'))
  const numbers = Array.from({ length: pages }, (_, index) => 10 + index)
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${side} ${side}] /Contents 3 0 R >>`
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R ${catalogue} >> endobj\n`),
    Buffer.from(
      `2 0 obj << /Type /Pages /Count ${pages} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >> endobj\n`,
    ),
    Buffer.from(`3 0 obj << /Length ${packed.length} /Filter /FlateDecode >> stream\n`),
    packed,
    Buffer.from('\nendstream endobj\n'),
    Buffer.from(numbers.map((number) => `${number} 0 obj ${page} endobj\n`).join('')),
    Buffer.from(objects.map((object, index) => `${50 + index} 0 obj ${object} endobj\n`).join(''), 'latin1'),
    Buffer.from(`trailer << /Root 1 0 R /Size 60 ${trailer} >>\n%%EOF\n`),
  ])
}
