import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { type CaptureKind, captureKinds } from '#lib/domain/capture'
import { makeSpecimen, type SpecimenTruth } from './make-specimen.ts'
import type { SpoilKind, SpoilOptions, Spoilt } from './spoil.ts'

const usage =
  'npm run specimens -- --out DIR [--count N] [--seed S] [--kind id_front|id_back|passport_page|selfie] [--width PX]'

/** What is done to the pictures, in turn: every third stays clean. */
const courses: readonly (readonly SpoilOptions[])[] = [
  [],
  [{ kind: 'glare' }],
  [{ kind: 'defocus', where: 'part' }],
  [],
  [{ kind: 'motion_blur' }],
  [{ kind: 'shadow' }],
  [],
  [{ kind: 'defocus' }],
  [{ kind: 'cut' }],
  [],
  [{ kind: 'hologram' }],
  [{ kind: 'motion_blur', where: 'part' }],
  [],
  [{ kind: 'fingers' }],
  [{ kind: 'dark' }],
  [],
  [{ kind: 'backlit' }],
  [{ kind: 'bright' }],
  [],
  [{ kind: 'black_and_white' }],
  [{ kind: 'low_resolution' }],
  [],
  [{ kind: 'heavy_compression' }],
  [{ kind: 'upscaled' }],
]

/** Defects that only make sense on a document. */
const onDocuments: readonly SpoilKind[] = ['glare', 'hologram', 'cut', 'fingers']

/** Writes pictures, their masks and `manifest.json` with all that is true of them into a folder. */
async function writeSpecimens(
  folder: string,
  count: number,
  seed: string,
  kinds: readonly CaptureKind[],
  widthPx?: number,
) {
  await mkdir(folder, { recursive: true })
  const manifest: object[] = []
  for (let index = 0; index < count; index++) {
    const kind = kinds[index % kinds.length]!
    const course = courses[Math.floor(index / kinds.length) % courses.length]!
    const spoil = course.filter((item) => kind !== 'selfie' || !onDocuments.includes(item.kind))
    const amount = 0.2 + 0.6 * ((index * 0.618) % 1)
    const { bytes, truth } = await makeSpecimen({
      seed: `${seed}-${index}`,
      kind,
      widthPx,
      spoil: spoil.map((item) => ({ ...item, amount })),
    })
    const name = `${String(index).padStart(4, '0')}-${kind}-${spoil.map((item) => item.kind).join('-') || 'clean'}`
    await writeFile(join(folder, `${name}.jpg`), bytes)
    manifest.push(await describe(folder, name, truth))
    process.stderr.write(`\r${index + 1} of ${count}`)
  }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  process.stderr.write('\n')
}

/** A specimen's manifest entry: its truth, with every mask replaced by the name of the PNG it was written to. */
async function describe(folder: string, name: string, truth: SpecimenTruth): Promise<object> {
  const spoilt: object[] = []
  for (const item of truth.spoilt) {
    spoilt.push({
      ...item,
      mask: item.mask ? await writeMask(folder, `${name}.${item.kind}.mask.png`, item.mask) : null,
    })
  }
  return { file: `${name}.jpg`, ...truth, spoilt }
}

async function writeMask(
  folder: string,
  name: string,
  { data, width, height }: NonNullable<Spoilt['mask']>,
): Promise<string> {
  await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toFile(join(folder, name))
  return name
}

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    count: { type: 'string', default: '24' },
    seed: { type: 'string', default: 'specimen' },
    kind: { type: 'string' },
    width: { type: 'string' },
  },
})
const count = Number(values.count)
const width = values.width === undefined ? undefined : Number(values.width)
const kinds = captureKinds.filter((kind) => values.kind === undefined || kind === values.kind)
if (!values.out || kinds.length === 0 || !Number.isInteger(count) || count < 1 || Number.isNaN(width)) {
  console.error(usage)
  process.exit(2)
}
await writeSpecimens(values.out, count, values.seed, kinds, width)
