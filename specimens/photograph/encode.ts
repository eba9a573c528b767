import sharp from 'sharp'
import type { Picture } from '#lib/domain/artifacts'
import type { Random } from '../random.ts'

export interface EncodeOptions {
  format: 'jpeg' | 'png'
  /** 1–100. */
  quality: number
  /** EXIF orientation the pixels are turned for, as a phone held otherwise writes them. */
  orientation: 1 | 3 | 6 | 8
  exif: Record<string, Record<string, string>> | null
}

/** Turn that undoes itself when the orientation is applied on reading. */
const turnFor = { 1: 0, 3: 180, 6: 270, 8: 90 } as const

/** Writes the picture as a phone would: turned with its orientation tag, metadata in, JPEG or PNG. */
export async function encode(picture: Picture, { format, quality, orientation, exif }: EncodeOptions): Promise<Buffer> {
  const { data, width, height } = picture
  let image = sharp(data, { raw: { width, height, channels: 3 } })
  if (orientation !== 1) image = image.rotate(turnFor[orientation])
  if (exif) image = image.withExif(exif)
  if (orientation !== 1) image = image.withMetadata({ orientation })
  return format === 'png' ? image.png({ compressionLevel: 3 }).toBuffer() : image.jpeg({ quality }).toBuffer()
}

const phones = [
  { make: 'Apple', model: 'iPhone 15', back: ['6.765', '1.6'], front: ['2.69', '1.9'] },
  { make: 'Apple', model: 'iPhone 12 mini', back: ['4.2', '1.6'], front: ['2.71', '2.2'] },
  { make: 'samsung', model: 'SM-S921B', back: ['5.4', '1.8'], front: ['3.3', '2.2'] },
  { make: 'Google', model: 'Pixel 8', back: ['6.9', '1.68'], front: ['2.74', '2.2'] },
  { make: 'Xiaomi', model: '2201117TY', back: ['5.43', '1.8'], front: ['3.54', '2.4'] },
] as const

/** EXIF as a phone's camera writes it; `dark` lengthens the exposure and raises the sensitivity. */
export function phoneExif(
  random: Random,
  camera: 'front' | 'back',
  takenAt: Date,
  dark: boolean,
): Record<string, Record<string, string>> {
  const phone = random.pick(phones)
  const [focalLength, aperture] = phone[camera]
  const taken = takenAt.toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ')
  return {
    IFD0: { Make: phone.make, Model: phone.model, DateTime: taken },
    IFD2: {
      DateTimeOriginal: taken,
      ExposureTime: dark ? '1/15' : `1/${random.pick([50, 60, 100, 120])}`,
      FNumber: rational(aperture),
      ISOSpeedRatings: String(dark ? random.whole(1200, 3200) : random.whole(50, 320)),
      FocalLength: rational(focalLength),
      LensModel: `${phone.model} ${camera} camera ${focalLength}mm f/${aperture}`,
    },
  }
}

function rational(decimal: string): string {
  return `${Math.round(Number(decimal) * 1000)}/1000`
}
