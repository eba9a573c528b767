import { readFile } from 'node:fs/promises'
import { checkOf } from '#lib/checks/registry'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import { lumaOf } from '#lib/pixels/luma'
import { hashDistance, perceptualHash } from '#lib/pixels/perceptual-hash'
import { judgedLine, type Table } from '../table.ts'

/** As a messenger sends it on: half the size, hard compressed, a hundredth cut off all round. */
async function sentOn(bytes: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(bytes).autoOrient().toBuffer({ resolveWithObject: true })
  const [left, top] = [Math.round(0.01 * info.width), Math.round(0.01 * info.height)]
  return sharp(data)
    .extract({ left, top, width: info.width - 2 * left, height: info.height - 2 * top })
    .resize(Math.round(info.width / 2))
    .jpeg({ quality: 60 })
    .toBuffer()
}

async function hashOf(bytes: Buffer): Promise<string> {
  return perceptualHash(lumaOf((await decodeCapture(bytes)).picture))
}

/** Each clean drawn document against its own copy and against all others. */
export const duplicates: Table = {
  title: 'The same picture sent on, against other documents',
  checks: ['duplicate-capture'],
  async make(results) {
    const clean = results.filter(({ sample }) => sample.labels.spoilt === '')
    const files = await Promise.all(clean.map(({ sample }) => readFile(sample.path)))
    const originals = await Promise.all(files.map(hashOf))
    const copies = await Promise.all(files.map(async (bytes) => hashOf(await sentOn(bytes))))
    const limit = checkOf('duplicate-capture').thresholds.maxDistance!.value
    const items = originals.flatMap((original, i) =>
      copies.map((copy, j) => {
        const distance = hashDistance(original, copy)
        return { score: -distance, flagged: distance <= limit, truth: i === j }
      }),
    )
    return { lines: judgedLine('duplicate-capture', items), misses: [] }
  },
}
