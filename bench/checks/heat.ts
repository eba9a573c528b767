import { readFile } from 'node:fs/promises'
import { sharp } from '#lib/imaging/guarded-sharp'

export interface Heat {
  rows: number
  cols: number
  values: number[]
}

/** A mask at its own size, and a heat map stretched smoothly to it. */
export async function mapAndMask(heat: Heat, maskPath: string): Promise<{ map: Float32Array; mask: Uint8Array }> {
  const { data, info } = await sharp(await readFile(maskPath))
    .resize(400, 400, { fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const map = new Float32Array(info.width * info.height)
  for (let i = 0; i < map.length; i++) {
    const x = (((i % info.width) + 0.5) / info.width) * heat.cols - 0.5
    const y = ((Math.floor(i / info.width) + 0.5) / info.height) * heat.rows - 0.5
    map[i] = between(heat, Math.max(0, x), Math.max(0, y))
  }
  return { map, mask: data }
}

function between({ rows, cols, values }: Heat, x: number, y: number): number {
  const left = Math.min(cols - 1, Math.floor(x))
  const top = Math.min(rows - 1, Math.floor(y))
  const right = Math.min(cols - 1, left + 1)
  const below = Math.min(rows - 1, top + 1)
  const at = (column: number, row: number) => values[row * cols + column]!
  const upper = at(left, top) + (x - left) * (at(right, top) - at(left, top))
  const lower = at(left, below) + (x - left) * (at(right, below) - at(left, below))
  return upper + (y - top) * (lower - upper)
}
