import type { FileType } from '#lib/domain/artifacts'
import { maxPixels, maxSidePx } from '#lib/domain/policy'
import {
  activePdf,
  damagedFile,
  type Refusal,
  sideTooLong,
  tooComplex,
  tooManyPixels,
  tooManyScans,
} from '#lib/domain/refusal'
import { readJpegStructure } from './jpeg-structure.ts'
import { maxBufferBytes } from './needed-memory.ts'
import { readPdfStructure } from './pdf-structure.ts'
import type { PictureSource } from './picture-source.ts'
import { essentialPng, readPngStructure } from './png-structure.ts'
import { readPngText } from './png-text.ts'
import { readMetadata } from './read-metadata.ts'
import { readPdf } from './read-pdf.ts'

/** Cameras write at most a dozen; a file of 830 KB with 704 kept a decoder busy for ten seconds. */
const maxScans = 100
/** Pixels times scans, the work of decoding: 50 megapixels in 20 passes take about 4 s. */
const maxScanPixels = 1_000_000_000

/** A file that passed every limit and may be decoded. */
export interface OpenedFile {
  source: PictureSource
  metadata: () => Promise<Record<string, string>>
}

interface Header {
  widthPx: number
  heightPx: number
  complete: boolean
  bufferBytes: number
}

function judgeHeader(type: FileType, header: Header): Refusal | null {
  const { widthPx, heightPx, complete, bufferBytes } = header
  const longSide = Math.max(widthPx, heightPx)
  if (widthPx < 1 || heightPx < 1) return damagedFile(type)
  if (widthPx * heightPx > maxPixels) return tooManyPixels(widthPx * heightPx, maxPixels)
  if (longSide > maxSidePx) return sideTooLong(longSide, maxSidePx)
  if (!complete) return damagedFile(type)
  return bufferBytes > maxBufferBytes ? tooComplex(type) : null
}

async function openJpeg(bytes: Uint8Array): Promise<OpenedFile | Refusal> {
  const header = readJpegStructure(bytes)
  if (!header) return damagedFile('jpeg')
  const refusal = judgeHeader('jpeg', header)
  if (refusal) return refusal
  if (header.scans > maxScans) return tooManyScans(header.scans, maxScans)
  if (header.scans * header.widthPx * header.heightPx > maxScanPixels) return tooComplex('jpeg')
  return { source: { bytes }, metadata: () => readMetadata(bytes) }
}

async function openPng(bytes: Uint8Array): Promise<OpenedFile | Refusal> {
  const header = readPngStructure(bytes)
  if (!header) return damagedFile('png')
  const refusal = judgeHeader('png', header)
  if (refusal) return refusal
  const essential = essentialPng(bytes, header)
  return {
    source: { bytes: essential },
    metadata: async () => ({ ...readPngText(bytes), ...(await readMetadata(essential)) }),
  }
}

async function openPdf(bytes: Uint8Array): Promise<OpenedFile | Refusal> {
  const { active, oversized, metadata } = readPdfStructure(bytes)
  if (active) return activePdf()
  if (oversized) return tooComplex('pdf')
  const page = await readPdf(bytes)
  if ('code' in page) return page
  const { pages, data, width, height } = page
  return {
    source: { bytes: data, raw: { width, height, channels: 4 } },
    metadata: async () => ({ ...metadata, Pages: String(pages) }),
  }
}

const openers: Record<FileType, (bytes: Uint8Array) => Promise<OpenedFile | Refusal>> = {
  jpeg: openJpeg,
  png: openPng,
  pdf: openPdf,
}

/** Applies every limit that holds before pixels are decoded, or says which one the file breaks. PDFs: see `readPdf`. */
export function openFile(bytes: Uint8Array, type: FileType): Promise<OpenedFile | Refusal> {
  return openers[type](bytes)
}
