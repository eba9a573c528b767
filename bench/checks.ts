import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawSpecimens } from './checks/draw-specimens.ts'
import { loadCorpus } from './checks/load-corpus.ts'
import { printReport } from './checks/report.ts'
import { drawSheet } from './checks/sheet.ts'

/*
 * Accuracy of the picture checks beside OpenCV's textbook rules on the same files: `npm run bench:checks --
 * [--corpus FOLDER] [--specimens] [--documents N] [--sheet FILE.png]`. About 0.4 s a picture.
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    specimens: { type: 'boolean', default: false },
    documents: { type: 'string', default: '12' },
    sheet: { type: 'string' },
  },
})

const folder = await mkdtemp(join(tmpdir(), 'retake-bench-'))
try {
  const samples = values.specimens
    ? await drawSpecimens(folder, Number(values.documents))
    : await loadCorpus(values.corpus)
  const misses = await printReport(values.specimens ? 'Drawn specimens' : 'Corpus', samples)
  if (values.sheet) await drawSheet(misses, values.sheet)
} finally {
  await rm(folder, { recursive: true, force: true })
}
