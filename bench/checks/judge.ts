import { readFile } from 'node:fs/promises'
import { runChecks } from '#lib/checks/run-checks'
import type { Finding } from '#lib/domain/finding'
import { shippedPolicies } from '#lib/domain/policy'
import { gatherArtifacts } from '#lib/imaging/artifacts'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import type { Sample } from './sample.ts'

const only = ['colour', 'cropping', 'sharpness', 'glare'] as const

/** Our findings on one picture by check, or null where it can't be decoded. */
export async function judge(sample: Sample): Promise<Record<string, Finding> | null> {
  const bytes = await readFile(sample.path)
  const decoded = await decodeCapture(bytes).catch(() => null)
  if (!decoded) return null
  const { picture, widthPx, heightPx } = decoded
  const file = {
    type: 'jpeg',
    sizeBytes: bytes.length,
    sha256: '',
    widthPx,
    heightPx,
    orientation: 1,
    metadata: {},
  } as const
  const source = gatherArtifacts({ kind: sample.kind, bytes, file, picture })
  const findings = await runChecks(source, shippedPolicies['camera-photos'], { only })
  return Object.fromEntries(findings.map((finding) => [finding.check, finding]))
}

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
