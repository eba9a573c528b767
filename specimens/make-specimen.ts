import type { Picture } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import type { Outline } from '#lib/domain/region'
import { fictitiousPerson, type Person } from './person.ts'
import { blurScene } from './photograph/blur-scene.ts'
import { develop } from './photograph/develop.ts'
import { encode, phoneExif } from './photograph/encode.ts'
import { castLight } from './photograph/light.ts'
import { type FaceBox, setScene } from './photograph/set-scene.ts'
import { throwBack } from './photograph/shine.ts'
import { spoilFile } from './photograph/spoil-file.ts'
import type { Background } from './photograph/table.ts'
import { makeRandom } from './random.ts'
import { amountOf, type SpoilOptions, type Spoilt } from './spoil.ts'

export interface SpecimenOptions {
  /** Same seed and options, same pixels. */
  seed: string | number
  kind: CaptureKind
  /** Who is shown; by the seed if not given. Give the same person to a document and a selfie that belong together. */
  person?: Person
  /** Width of the upright picture: documents are 4:3, selfies 3:4. 2016 or 1512 (3 megapixels) if not given; 4032 makes 12. */
  widthPx?: number
  /** What a document lies on; by the seed if not given. */
  background?: Background
  spoil?: readonly SpoilOptions[]
  format?: 'jpeg' | 'png'
  /** Of the JPEG, 1–100; 90 if not given. */
  quality?: number
  /** The pixels are stored turned, with this EXIF orientation; the truth stays about the upright picture. */
  orientation?: 1 | 3 | 6 | 8
  /** Camera facts in the file: as a phone writes them, or none, as after a messenger. */
  exif?: 'phone' | 'none'
  takenAt?: Date
}

/** What is in the picture, exactly. */
export interface SpecimenTruth {
  kind: CaptureKind
  person: Person
  /** Empty where the side has none. */
  mrzLines: string[]
  /** Corners clockwise from the document's own top left in fractions of the upright picture, outside 0..1 where cut; null for a selfie. */
  outline: Outline | null
  widthPx: number
  heightPx: number
  /** Heads of the holder, from crown to chin: the selfie's, or the document's main portrait. */
  faces: FaceBox[]
  background: Background | null
  spoilt: Spoilt[]
}

export interface Specimen {
  bytes: Buffer
  truth: SpecimenTruth
}

/**
 * Draws a fictitious document or selfie, photographs it and spoils it as asked. About 0.4 s of one core at 3 megapixels
 * and 1.5 s at 12; `npm run bench:specimens` measures it.
 */
export async function makeSpecimen(options: SpecimenOptions): Promise<Specimen> {
  const { picture, truth } = await photograph(options)
  const { kind, spoil = [], orientation = 1, format = 'jpeg' } = options
  const finished = await spoilFile(picture, spoil)
  const dark = spoil.some((item) => item.kind === 'dark')
  const takenAt = options.takenAt ?? new Date(Date.UTC(2026, 9, 1, 12, 0, 0))
  const exif = phoneExif(makeRandom(`${options.seed}/phone`), kind === 'selfie' ? 'front' : 'back', takenAt, dark)
  const bytes = await encode(finished.picture, {
    format,
    orientation,
    quality: finished.quality ?? options.quality ?? 90,
    exif: options.exif === 'none' ? null : exif,
  })
  const { width: widthPx, height: heightPx } = finished.picture
  return { bytes, truth: { ...truth, widthPx, heightPx, spoilt: [...truth.spoilt, ...finished.spoilt] } }
}

async function photograph(options: SpecimenOptions): Promise<{ picture: Picture; truth: SpecimenTruth }> {
  const { kind, spoil = [] } = options
  const person = options.person ?? fictitiousPerson(options.seed)
  const seed = `${options.seed}/${kind}`
  const widthPx = options.widthPx ?? (kind === 'selfie' ? 1512 : 2016)
  const heightPx = Math.round(kind === 'selfie' ? (widthPx * 4) / 3 : (widthPx * 3) / 4)
  const set = await setScene({ seed, kind, person, widthPx, heightPx, background: options.background, spoil })
  const blurred = blurScene(makeRandom(`${seed}/blur`), set.scene, set.subject, spoil)
  const { light, spoilt: dimmed } = castLight(makeRandom(`${seed}/light`), widthPx, heightPx, set.subject, spoil)
  const { added, spoilt: shining } = throwBack(makeRandom(`${seed}/shine`), widthPx, heightPx, set.subject, spoil)
  const random = makeRandom(`${seed}/sensor`)
  const warmth = 0.015 + random.normal() * 0.04
  const darkness = Math.max(0, ...spoil.filter((item) => item.kind === 'dark').map((item) => 1 + amountOf(item)))
  const exposure = {
    light,
    added,
    gains: [1 + warmth, 1, 1 - warmth * 1.3] as const,
    noise: random.between(1, 1.9) + darkness * 1.6,
  }
  const picture = develop(blurred.scene, exposure, random)
  const { mrzLines, outline, faces, background } = set
  const spoilt = [...set.spoilt, ...blurred.spoilt, ...dimmed, ...shining]
  return { picture, truth: { kind, person, mrzLines, outline, widthPx, heightPx, faces, background, spoilt } }
}
