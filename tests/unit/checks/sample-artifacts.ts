import type { ArtifactSource } from '#lib/checks/run-check'
import type {
  Artifacts,
  Declared,
  FileFacts,
  JpegCoding,
  MrzReading,
  Picture,
  TextReading,
} from '#lib/domain/artifacts'
import { composeTd1Lines, type MrzHolder } from '#lib/domain/mrz'
import { documentOutline } from '#lib/pixels/document-outline'
import { lumaOf } from '#lib/pixels/luma'
import { perceptualHash } from '#lib/pixels/perceptual-hash'
import { nothingDeclared } from '../../nothing-declared.ts'
import { noise, paint } from '../pixels/test-picture.ts'
import { sampleFace } from './sample-face.ts'

export interface CardOptions {
  /** Level of the paper and of the table, 0–255. */
  paper?: number
  table?: number
  /** Left edge in pixels of the 960 × 640 picture. */
  left?: number
  /** Changes the colour of a pixel on the card, `u` and `v` in pixels from its top left. */
  touch?: (colour: number[], u: number, v: number) => number[]
}

/** A card of 640 × 404 px, with a coloured portrait field and lines of print, on a table. */
export function cardPicture({ paper = 205, table = 70, left = 160, touch }: CardOptions = {}): Picture {
  return paint(960, 640, (x, y) => {
    const [u, v] = [x - left, y - 118]
    const grain = noise(x, y, 3)
    if (u < 0 || v < 0 || u >= 640 || v >= 404) return [table, table - 6, table - 14].map((level) => level + grain)
    const portrait = u > 40 && u < 200 && v > 80 && v < 300
    const stroke =
      u > 240 && u < 600 && v > 30 && v < 370 && v % 30 < 14 && noise(Math.floor(u / 3), Math.floor(v / 4), 1) > 0.1
    const colour = portrait ? faceColour(u, v) : stroke ? [42, 40, 60] : [paper - 10, paper, paper - 4]
    const touched = touch ? touch(colour, u, v) : colour
    return touched.map((level) => Math.max(0, Math.min(255, level + grain)))
  })
}

/** Not a face, but as colourful and as finely drawn. */
function faceColour(u: number, v: number): number[] {
  const shade = noise(Math.floor(u / 4), Math.floor(v / 4), 50)
  return [180 + shade, 120 + shade, 90 + shade / 2]
}

const file: FileFacts = {
  type: 'jpeg',
  sizeBytes: 1_200_000,
  sha256: '0'.repeat(64),
  widthPx: 1920,
  heightPx: 1280,
  orientation: 1,
  metadata: { Make: 'Any', Model: 'Phone', ExposureTime: '0.01', FNumber: '1.8', FocalLength: '5.4' },
}

const coding: JpegCoding = {
  quantisation: [],
  quality: 92,
  sampling: [
    [2, 2],
    [1, 1],
    [1, 1],
  ],
  progressive: false,
  segments: [{ name: 'Exif', bytes: 200 }],
}

/** The TD1 specimen of Doc 9303-5, read without doubt near the card's lower edge. */
export const sampleMrz: MrzReading = {
  format: 'TD1',
  lines: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  confidences: [0, 1, 2].map(() => Array<number>(30).fill(0.999)),
  places: [0.6, 0.66, 0.72].map((y) => [
    [0.2, y],
    [0.8, y],
    [0.8, y + 0.03],
    [0.2, y + 0.03],
  ]),
  letterHeightPx: 20,
}

/** Whose card it is; valid to 2034. */
export const holder: MrzHolder = {
  issuingState: 'UTO',
  nationality: 'UTO',
  surname: 'Eriksson',
  givenNames: 'Anna Maria',
  documentNumber: 'D23145890',
  birthDate: '1974-08-12',
  sex: 'F',
  expiryDate: '2034-04-15',
}

/** What the client knows of this holder. */
export const profile: Declared = { ...nothingDeclared, name: 'Anna Eriksson', birthDate: '1974-08-12' }

/** The zone of a card of this holder. */
export function mrzOf(changes: Partial<MrzHolder> = {}): MrzReading {
  return { ...sampleMrz, lines: composeTd1Lines({ ...holder, ...changes }) }
}

/** Lines of print from the top of the card down, each read as surely as told, 96 % if not. */
export function textOf(lines: readonly (string | [text: string, confidence: number])[]): TextReading {
  const words: TextReading['words'] = []
  const indices = lines.map((line, row) => {
    const [text, confidence] = typeof line === 'string' ? [line, 0.96] : line
    const y = 0.22 + 0.03 * row
    let x = 0.45
    return text.split(' ').map((word) => {
      const right = x + 0.01 * word.length
      words.push({
        text: word,
        confidence,
        place: [
          [x, y],
          [right, y],
          [right, y + 0.02],
          [x, y + 0.02],
        ],
      })
      x = right + 0.008
      return words.length - 1
    })
  })
  return { words, lines: indices, quarterTurns: 0 }
}

/** What is printed on this holder's card. */
export const sampleText = textOf([
  'IDENTITY CARD',
  'Surname',
  'ERIKSSON',
  'Given names',
  'ANNA MARIA',
  'Date of birth',
  '12 AUG 1974',
  'Document No.',
  'D23145890',
  'Date of expiry',
  '15 APR 2034',
])

/** Everything the checks ask for, gathered from a picture as the real gatherer does; parts can be set. */
export function sourceOf(picture: Picture, given: Partial<Artifacts> = {}): ArtifactSource {
  const artifacts: Partial<Artifacts> = {
    kind: 'id_front',
    file,
    declared: profile,
    companions: [],
    nearDuplicates: [],
    fingerprint: perceptualHash(lumaOf(picture)),
    picture,
    luma: lumaOf(picture),
    nativeLuma: lumaOf(picture),
    jpegCoding: coding,
    faces: [sampleFace()],
    documentOutline: given.kind === 'selfie' || given.documentOutline === null ? null : documentOutline(picture),
    mrz: mrzOf(),
    text: sampleText,
    barcodes: [],
    ...given,
  }
  return {
    get: async <Name extends keyof Artifacts>(name: Name) => {
      if (artifacts[name] === undefined) throw new Error(`This test gives no ${name}`)
      return artifacts[name] as Artifacts[Name]
    },
  }
}
