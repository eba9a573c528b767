import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Picture } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import { makeSpecimen } from '#specimens/make-specimen'
import { makeRandom } from '#specimens/random'
import { drawScreenshot } from '#specimens/screen/draw-screenshot'
import { photographScreen, screenPhotoOptions } from '#specimens/screen/photograph-screen'
import type { Sample } from './sample.ts'

/** A specimen on a screen: saved from there as PNG and as JPEG, and photographed off another one. About 4 s. */
export async function drawScreens(folder: string, seed: string, kind: CaptureKind): Promise<Sample[]> {
  const random = makeRandom(`${seed}/screen`)
  const { bytes } = await makeSpecimen({ seed, kind, widthPx: 1600 })
  const { picture } = await decodeCapture(bytes)
  const screenshot = encoded(await drawScreenshot(random, picture))
  const shown = await smaller(picture)
  const photo = await photographScreen(random, shown, screenPhotoOptions(random))
  const files: [name: string, bytes: Buffer, labels: Record<string, string>][] = [
    ['screenshot.png', await screenshot.png().toBuffer(), { screenshot: 'yes', spoilt: 'screenshot' }],
    ['screenshot.jpg', await screenshot.jpeg({ quality: 82 }).toBuffer(), { screenshot: 'yes', spoilt: 'screenshot' }],
    ['screen-photo.jpg', photo, { recapture: 'screen', spoilt: 'recapture' }],
  ]
  const samples: Sample[] = []
  for (const [ending, file, labels] of files) {
    const name = `${seed.replaceAll('/', '-')}-${ending}`
    const path = join(folder, name)
    await writeFile(path, file)
    samples.push({ name, path, kind, labels })
  }
  return samples
}

function encoded({ data, width, height }: Picture) {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

async function smaller(picture: Picture): Promise<Picture> {
  const { data, info } = await encoded(picture)
    .resize(1400, 1000, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
