import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composeDocuments } from './checks/compose-documents.ts'
import { drawSpecimens } from './checks/draw-specimens.ts'
import { loadCorpus } from './checks/load-corpus.ts'
import { printReport } from './checks/report.ts'
import type { Sample } from './checks/sample.ts'
import { drawSheet } from './checks/sheet.ts'

/*
 * Accuracy of the picture checks beside OpenCV's textbook rules on the same files: `npm run bench:checks --
 * [--corpus FOLDER] [--specimens] [--documents N] [--composed N [--from M]] [--checks a,b] [--sheet FILE.png] [--save FILE.json]`. About 0.4 s a picture, 1.5 s a
 * composed one.
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    specimens: { type: 'boolean', default: false },
    documents: { type: 'string', default: '12' },
    composed: { type: 'string' },
    from: { type: 'string', default: '0' },
    checks: { type: 'string' },
    sheet: { type: 'string' },
    save: { type: 'string' },
  },
})

const folder = await mkdtemp(join(tmpdir(), 'retake-bench-'))
try {
  const [set, samples] = await chosenSet()
  const { misses, lines } = await printReport(set, samples, values.checks?.split(','))
  if (values.save) await writeFile(values.save, `${JSON.stringify(lines, null, 2)}\n`)
  if (values.sheet) await drawSheet(misses, values.sheet)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function chosenSet(): Promise<[name: string, samples: Sample[]]> {
  if (values.composed) {
    const [from, count] = [Number(values.from), Number(values.composed)]
    return [`Composed ${from}–${from + count - 1}`, await composeDocuments(folder, values.corpus, count, from)]
  }
  if (values.specimens) return ['Drawn specimens', await drawSpecimens(folder, Number(values.documents))]
  return ['Corpus', await loadCorpus(values.corpus)]
}
