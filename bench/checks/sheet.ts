import { readFile } from 'node:fs/promises'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import type { Miss } from './table.ts'

const tile = 240
const columns = 6

/** Draws the misses small on one PNG, in the order they are printed here with their place on it. */
export async function drawSheet(misses: readonly Miss[], file: string): Promise<void> {
  if (misses.length === 0) return
  const tiles = await Promise.all(misses.map(({ sample }) => thumbnail(sample.path)))
  const rows = Math.ceil(misses.length / columns)
  await sharp({ create: { width: columns * tile, height: rows * tile, channels: 3, background: '#222' } })
    .composite(
      tiles.map(({ data, info }, i) => ({
        input: data,
        raw: { width: info.width, height: info.height, channels: 3 as const },
        left: (i % columns) * tile,
        top: Math.floor(i / columns) * tile,
      })),
    )
    .png()
    .toFile(file)
  console.log(`\n${misses.length} misses drawn to ${file}, row by row:`)
  misses.forEach(({ sample, what }, i) => {
    console.log(`  ${Math.floor(i / columns) + 1}.${(i % columns) + 1} ${what}  ${sample.name}`)
  })
}

async function thumbnail(path: string) {
  const { picture } = await decodeCapture(await readFile(path))
  const { data, width, height } = picture
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(tile - 8, tile - 8, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
}
