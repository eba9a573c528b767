import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaptureKind } from '#lib/domain/capture'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import { makeSpecimen } from '#specimens/make-specimen'
import { byteOfLinear, linearOfByte } from '#specimens/photograph/linear'
import type { Sample } from './sample.ts'

type Rgb = readonly [red: number, green: number, blue: number]

/** Most of the light that stray light is, and most of the blue that a lamp lacks: CIE illuminant A has a quarter of daylight's. */
const most = { veil: 0.6, cast: 0.75 }

/** What the specimens' own light can do. */
const wrongLight = ['dark', 'bright', 'backlit', 'shadow'] as const

/**
 * A specimen in wrong light of each kind, one through a smeared lens and one under a warm lamp: the last two are sums and products of
 * light. About 5 s.
 */
export async function drawLight(folder: string, seed: string, kind: CaptureKind, amount: number): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const spoilt of wrongLight) {
    const { bytes } = await makeSpecimen({ seed, kind, widthPx: 1600, spoil: [{ kind: spoilt, amount }] })
    const path = join(folder, `${seed.replaceAll('/', '-')}-${spoilt}.jpg`)
    await writeFile(path, bytes)
    samples.push({ name: `${seed}-${spoilt}`, path, kind, labels: { spoilt } })
  }
  samples.push(...(await tintLight(folder, seed, kind, amount)))
  return samples
}

async function tintLight(folder: string, seed: string, kind: CaptureKind, amount: number): Promise<Sample[]> {
  const { bytes } = await makeSpecimen({ seed, kind, widthPx: 1600 })
  const { picture } = await decodeCapture(bytes)
  const share = most.veil * amount
  const shift = most.cast * amount
  const stray = meanLight(picture.data)
  const spoilt: [name: string, change: (light: number, channel: number) => number][] = [
    ['veil', (light, channel) => (1 - share) * light + share * stray[channel]!],
    ['cast', (light, channel) => light * (1 - shift * (channel / 2))],
  ]
  const samples: Sample[] = []
  for (const [name, change] of spoilt) {
    const levels = [0, 1, 2].map((channel) =>
      Uint8Array.from(linearOfByte, (light) => Math.round(byteOfLinear(change(light / 65535, channel)))),
    )
    const data = picture.data.map((level, i) => levels[i % 3]![level]!)
    const path = join(folder, `${seed.replaceAll('/', '-')}-${name}.jpg`)
    const { width, height } = picture
    await writeFile(
      path,
      await sharp(data, { raw: { width, height, channels: 3 } })
        .jpeg({ quality: 90 })
        .toBuffer(),
    )
    samples.push({ name: `${seed}-${name}`, path, kind, labels: { spoilt: name } })
  }
  return samples
}

/** Of each channel, 0–1. */
function meanLight(data: Uint8Array): Rgb {
  const sums = [0, 0, 0]
  for (let i = 0; i < data.length; i++) sums[i % 3]! += linearOfByte[data[i]!]! / 65535
  return sums.map((sum) => sum / (data.length / 3)) as unknown as Rgb
}
