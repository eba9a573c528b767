import type { CaptureKind } from './capture.ts'
import type { Outline } from './region.ts'

/** One channel, row-major `width × height`, 0–255. */
export interface Plane {
  data: Uint8Array
  width: number
  height: number
}

/** Interleaved RGB (sRGB), row-major, three bytes a pixel. */
export interface Picture {
  data: Uint8Array
  width: number
  height: number
}

/** The document as found in the picture: its outline in upright fractions, and how sure that is (0..1). */
export interface DocumentOutline {
  outline: Outline
  confidence: number
}

export type FileType = 'jpeg' | 'png' | 'pdf'

/** What the bytes say before any pixel is looked at. */
export interface FileFacts {
  type: FileType
  sizeBytes: number
  /** SHA-256 of the file as sent, lower-case hex. */
  sha256: string
  /** Size of the upright picture in its own pixels; of a PDF, of its rasterised first page. */
  widthPx: number
  heightPx: number
  /** EXIF orientation 1–8 as found; 1 where there is none. */
  orientation: number
  /** A short list of camera facts, metadata names and values as text, bounded; empty when stripped. */
  metadata: Record<string, string>
}

/**
 * All that checks may ask for. Each is gathered once per capture, on first use, and shared. Null means "looked for and not
 * there". Pixel artifacts are upright sRGB with the long side at most 1600 px (never enlarged).
 */
export interface Artifacts {
  kind: CaptureKind
  file: FileFacts
  picture: Picture
  /** BT.709 luma of `picture`. */
  luma: Plane
  /** Null for selfies and where no document was found. */
  documentOutline: DocumentOutline | null
}

export type ArtifactName = keyof Artifacts
