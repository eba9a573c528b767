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
 * {--corpus FOLDER [--composed N [--from M]] | --specimens [--documents N]} [--checks a,b] [--sheet FILE.png] [--save FILE.json]`. About 0.4 s a picture, 1.5 s a
 * composed one.
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    specimens: { type: 'boolean', default: false },
    documents: { type: 'string', default: '12' },
    composed: { type: 'string' },
    from: { type: 'string', default: '0' },
    checks: { type: 'string' },
    sheet: { type: 'string' },
    save: { type: 'string' },
  },
})

if (!values.corpus && (values.composed || !values.specimens)) {
  console.error(
    'Name a folder of labelled pictures with a manifest.csv: npm run bench:checks -- --corpus FOLDER\nDrawn specimens need none: npm run bench:checks -- --specimens',
  )
  process.exit(2)
}
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
  const { corpus } = values
  if (!corpus || (values.specimens && !values.composed)) {
    return ['Drawn specimens', await drawSpecimens(folder, Number(values.documents))]
  }
  if (!values.composed) return ['Corpus', await loadCorpus(corpus)]
  const [from, count] = [Number(values.from), Number(values.composed)]
  return [`Composed ${from}–${from + count - 1}`, await composeDocuments(folder, corpus, count, from)]
}
