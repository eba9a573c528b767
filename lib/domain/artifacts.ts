import type { CaptureKind, DocumentType } from './capture.ts'
import type { MrzFormat } from './mrz-format.ts'
import type { Outline, OutlinePoint } from './region.ts'

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
  /** Other things in the picture that look as much like documents; roughly outlined. */
  others?: readonly Outline[]
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

/** What the client and the customer said before any picture was looked at; null where they did not. */
export interface Declared {
  documentType: DocumentType | null
  /** ISO 3166-1 alpha-3. */
  country: string | null
  name: string | null
  /** YYYY-MM-DD. */
  birthDate: string | null
  /** When the submission came in, ISO 8601 in UTC: ages and expiry are reckoned at this instant. */
  receivedAt: string
}

/** How a JPEG was coded, read from its markers without decoding a pixel. */
export interface JpegCoding {
  /** Quantisation tables in the order of their ids, 64 steps each in zigzag order. */
  quantisation: number[][]
  /** Quality 1–100 in libjpeg's sense that comes nearest to the luma table. */
  quality: number
  /** Horizontal and vertical sampling factors by component. */
  sampling: [horizontal: number, vertical: number][]
  progressive: boolean
  /** Application segments by name and length, such as `JFIF`, `Exif`, `Photoshop 3.0`, `ICC_PROFILE`, `MPF`. */
  segments: { name: string; bytes: number }[]
}

/** A word as an optical reader saw it. */
export interface TextWord {
  text: string
  /** 0..1. */
  confidence: number
  /** Four corners in upright fractions. */
  place: Outline
}

/** The text of a capture, in reading order. */
export interface TextReading {
  words: TextWord[]
  /** Words on one line, by index into `words`. */
  lines: number[][]
  /** Quarter turns clockwise the document stood against the upright picture: 0, 1, 2 or 3. */
  quarterTurns: number
}

/** The machine-readable zone as read, character by character. What its fields mean is `lib/domain/mrz-fields.ts`. */
export interface MrzReading {
  format: MrzFormat
  /** Two or three lines of exactly the format's length, of A–Z, 0–9 and `<`. */
  lines: string[]
  /** 0..1 for each character, by line. */
  confidences: number[][]
  /** Four corners of each line in upright fractions, the first where the line begins. */
  places: Outline[]
  /** Mean height of a capital letter in the original's own pixels. */
  letterHeightPx: number
}

export interface Barcode {
  /** Such as `PDF417`, `QRCode`. */
  symbology: string
  text: string
  place: Outline
}

/** A burnt-out patch before an eye: its share of the eye's box, and its corners in upright fractions. */
export interface GlareSpot {
  share: number
  place: Outline
}

/** What a face wears, in numbers relative to the same face's skin; the checks hold them against limits. */
export interface FaceWear {
  /** Level of the darker cheek, 0–255: nothing is measured against cheeks that are all but black. */
  cheekLevel: number
  /** Brightness round the eyes over the cheeks', of the brighter eye. */
  eyeLevel: number
  /** Spread of brightness round the eyes over the cheeks', of the flatter eye. */
  eyeContrast: number
  /** How sharply a bar crosses the nose's root: bend of the brightness over the cheeks'. */
  bridge: number
  /** How sharply a line crosses below the eyes, of the eye with the weaker one. */
  rims: number
  /** How far the colour round mouth and chin is from forehead and nose, as a share of all light. */
  lowerFaceColour: number
  /** The same of the cheeks between eyes and mouth, of the cheek less far: a beard leaves them bare, a mask does not. */
  cheekColour: number
  /** The largest burnt-out patch before the person's right eye, then the left. */
  lensGlare: [right: GlareSpot | null, left: GlareSpot | null]
}

/** One face. Points are in upright fractions. */
export interface Face {
  /** `[left, top, right, bottom]`. */
  box: [number, number, number, number]
  /** 0..1. */
  confidence: number
  /** 468 points of the MediaPipe face mesh, of the largest face with ten of the irises after them; empty where only the detector saw the face. */
  mesh: OutlinePoint[]
  /** Degrees; positive yaw turns the head to the picture's right, positive pitch up, positive roll clockwise. Null without a mesh. */
  pose: { yaw: number; pitch: number; roll: number } | null
  /** Between the pupils, in the original's own pixels; null without a mesh. */
  eyeDistancePx: number | null
  /** Of the largest face; null for others and without a mesh. */
  wear: FaceWear | null
  /** Of unit length, to compare faces with; null where it was not computed. */
  descriptor: number[] | null
}

/** What was read from one capture, small enough to keep and to compare with other captures. */
export interface Readings {
  text: TextReading | null
  mrz: MrzReading | null
  barcodes: Barcode[]
  /** The largest first. */
  faces: Face[]
  /** 64-bit perceptual hash, 16 lower-case hex digits. */
  fingerprint: string
}

/** What was read from another capture of the same submission; a reading no late check needs is left out. */
export interface Companion {
  kind: CaptureKind
  readings: Partial<Readings>
}

/** A capture of another case that looks the same. */
export interface NearDuplicate {
  captureId: string
  caseReference: string
  /** Bits in which the fingerprints differ, 0..64. */
  distance: number
}

/**
 * All that checks may ask for. Each is gathered once per capture, on first use, and shared. Null means "looked for and not
 * there". Pixel artifacts are upright sRGB with the long side at most 1600 px (never enlarged) unless they say otherwise.
 */
export interface Artifacts extends Readings {
  kind: CaptureKind
  file: FileFacts
  declared: Declared
  /** Null for what is not a JPEG. */
  jpegCoding: JpegCoding | null
  picture: Picture
  /** BT.709 luma of `picture`. */
  luma: Plane
  /** BT.709 luma at the original's own pixels, upright. Costs a decode of its own. */
  nativeLuma: Plane
  /** Null for selfies and where no document was found. */
  documentOutline: DocumentOutline | null
  /** The submission's other captures; known only once all of them were read. */
  companions: Companion[]
  /** Captures of other cases that look the same, asked of the database once all captures were read; null where there is none to ask. */
  nearDuplicates: NearDuplicate[] | null
}

export type ArtifactName = keyof Artifacts

/** What is known only when all captures of a submission have been read. */
export const lateArtifacts = ['companions', 'nearDuplicates'] as const satisfies readonly ArtifactName[]

/** What may be handed on from a capture to checks that compare captures. */
export const readingNames = [
  'text',
  'mrz',
  'barcodes',
  'faces',
  'fingerprint',
] as const satisfies readonly (keyof Readings)[]
export type ReadingName = (typeof readingNames)[number]
