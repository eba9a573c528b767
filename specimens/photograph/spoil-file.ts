import sharp from 'sharp'
import type { Picture } from '#lib/domain/artifacts'
import { amountOf, type SpoilOptions, type Spoilt, strengths } from '../spoil.ts'

/** Spoils the finished picture as software does: colour taken out, pixels taken out, pixels made up, squeezed as JPEG. */
export async function spoilFile(
  picture: Picture,
  spoil: readonly SpoilOptions[],
): Promise<{ picture: Picture; quality: number | null; spoilt: Spoilt[] }> {
  let current = picture
  let quality: number | null = null
  const spoilt: Spoilt[] = []
  for (const { kind, ...rest } of spoil) {
    const amount = amountOf({ kind, ...rest })
    if (kind === 'black_and_white') current = withoutColour(current)
    else if (kind === 'low_resolution') current = await resized(current, strengths.lowResolutionWidthPx(amount))
    else if (kind === 'upscaled') {
      const small = await resized(current, Math.round(current.width / strengths.upscaleFactor(amount)))
      current = await resized(small, current.width)
    } else if (kind === 'heavy_compression') quality = strengths.jpegQuality(amount)
    else continue
    spoilt.push({ kind, amount, whole: true })
  }
  return { picture: current, quality, spoilt }
}

/** BT.709 luma in all three channels. */
function withoutColour({ data, width, height }: Picture): Picture {
  const grey = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 3) {
    const luma = Math.round(0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!)
    grey.fill(luma, at, at + 3)
  }
  return { data: grey, width, height }
}

async function resized({ data, width, height }: Picture, toWidth: number): Promise<Picture> {
  const { data: pixels, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(toWidth, Math.round((toWidth * height) / width), { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: pixels, width: info.width, height: info.height }
}
