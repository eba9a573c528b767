import { readFile } from 'node:fs/promises'
import { decodePixels } from '#lib/imaging/decode-pixels'
import { readMrz } from '#lib/imaging/read-mrz'
import { lumaOf } from '#lib/pixels/luma'
import { bootstrap, meanOf } from '../measures.ts'
import type { Sample } from '../sample.ts'
import type { Line, Table } from '../table.ts'

interface Read {
  sample: Sample
  exact: boolean
  allHold: boolean
  /** Said to be right without being so: must never happen. */
  wrongButPassed: boolean
  cpuMs: number
}

/**
 * Of legible zones: text exactly as printed, all check digits holding, wrong text passed off as right, processor time of finding
 * and reading. The others' figures are quoted from vision.md 1.5, on 60 other specimens, where only digits were judged.
 */
export const mrz: Table = {
  title: 'Machine-readable zone',
  checks: ['mrz-check-digits'],
  async make(results) {
    const reads: Read[] = []
    for (const { sample, ours } of results) {
      const finding = ours['mrz-check-digits']
      const printed = sample.labels.mrz_text || sample.mrzLines?.join('|')
      // Of drawn documents, those not spoilt are legible.
      const legible = sample.labels.legible === 'yes' || sample.labels.spoilt === ''
      if (!finding || !printed || !legible) continue
      const exact = (finding.detail.lines as string[] | undefined)?.join('|') === printed
      reads.push({
        sample,
        exact,
        allHold: finding.value === 100,
        wrongButPassed: finding.outcome === 'pass' && !exact,
        cpuMs: await cpuMsOf(sample.path),
      })
    }
    if (reads.length === 0) return { lines: [], misses: [] }
    const formats = [...new Set(reads.map(formatOf))].sort()
    const lines = [
      ...lineOf('mrz-check-digits', reads),
      ...formats.flatMap((format) =>
        lineOf(
          `  ${format}`,
          reads.filter((read) => formatOf(read) === format),
        ),
      ),
      ...lineOf(
        '  pictures under 700 px wide',
        reads.filter(({ sample }) => Number(sample.labels.width) < 700),
      ),
      quoted('PassportEye, number, birth and expiry (quoted)', 41),
      quoted('tesseract.js eng, many crops (quoted)', 28),
      quoted('tesseract with an OCR-B model, many crops, 1.5 s (quoted)', 49),
    ]
    const misses = reads.filter(({ exact }) => !exact).map(({ sample }) => ({ sample, what: 'MRZ not exactly right' }))
    return { lines, misses }
  },
}

function formatOf({ sample }: Read): string {
  return sample.labels.mrz_format ?? (sample.mrzLines?.length === 3 ? 'TD1' : 'TD3')
}

function lineOf(name: string, reads: readonly Read[]): Line[] {
  if (reads.length === 0) return []
  const share = (is: (read: Read) => boolean) =>
    bootstrap(
      reads.map((read) => Number(is(read))),
      meanOf,
    )
  const figures = {
    'text exact': share(({ exact }) => exact),
    'all digits hold': share(({ allHold }) => allHold),
    'wrong but passed': share(({ wrongButPassed }) => wrongButPassed),
    'median CPU ms': bootstrap(
      reads.map(({ cpuMs }) => cpuMs),
      medianOf,
    ),
  }
  return [{ name, figures, n: String(reads.length) }]
}

function quoted(name: string, right: number): Line {
  const items = Array.from({ length: 60 }, (_, i) => Number(i < right))
  return { name, figures: { 'all digits hold': bootstrap(items, meanOf) }, n: '60 others' }
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

/** Of finding and reading alone; decoding is shared with all other checks. */
async function cpuMsOf(path: string): Promise<number> {
  const { picture, nativeLuma } = await decodePixels(await readFile(path))
  const luma = lumaOf(picture)
  const { width: widthPx } = await nativeLuma()
  const before = process.cpuUsage()
  await readMrz({ luma, nativeLuma, widthPx })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
