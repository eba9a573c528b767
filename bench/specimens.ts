import sharp from 'sharp'
import type { CaptureKind } from '#lib/domain/capture'
import { makeSpecimen } from '#specimens/make-specimen'
import type { SpoilOptions } from '#specimens/spoil'

/*
 * Processor time to make one specimen, medians: a 3-megapixel one may take 0.4 s (the demo makes about 120 at its first
 * start), a 12-megapixel one 3 s. The first of each row also draws the paper and the table, which later ones share.
 */

const rounds = 5
const rows: { name: string; kind: CaptureKind; spoil: SpoilOptions[]; widthPx?: number }[] = [
  { name: 'passport page', kind: 'passport_page', spoil: [] },
  { name: 'ID card, front', kind: 'id_front', spoil: [] },
  { name: 'ID card, back', kind: 'id_back', spoil: [] },
  { name: 'selfie', kind: 'selfie', spoil: [] },
  { name: 'passport page, glare', kind: 'passport_page', spoil: [{ kind: 'glare' }] },
  { name: 'ID card, defocus in part', kind: 'id_front', spoil: [{ kind: 'defocus', where: 'part' }] },
  { name: 'ID card, motion', kind: 'id_front', spoil: [{ kind: 'motion_blur' }] },
  { name: 'selfie, shadow', kind: 'selfie', spoil: [{ kind: 'shadow' }] },
  { name: 'passport page, 12 megapixels', kind: 'passport_page', spoil: [], widthPx: 4032 },
  { name: 'selfie, 12 megapixels, motion', kind: 'selfie', spoil: [{ kind: 'motion_blur' }], widthPx: 3024 },
]

sharp.concurrency(1)
console.log('specimen                          processor ms   first   bytes')
for (const { name, kind, spoil, widthPx } of rows) {
  const times: number[] = []
  let size = 0
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    const { bytes } = await makeSpecimen({ seed: `${name}/${round}`, kind, spoil, widthPx })
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
    size = bytes.length
  }
  const first = times.shift() ?? 0
  const median = times.sort((a, b) => a - b)[times.length >> 1] ?? first
  console.log(
    `${name.padEnd(33)}${String(Math.round(median)).padStart(13)}${String(Math.round(first)).padStart(8)}${String(size).padStart(8)}`,
  )
}
