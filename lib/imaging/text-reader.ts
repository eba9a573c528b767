import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Worker as NodeWorker } from 'node:worker_threads'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import type { Plane } from '#lib/domain/artifacts'

/** A word with its box in the pixels of the line it was read from. */
export interface ReadWord {
  text: string
  /** 0..1. */
  confidence: number
  left: number
  top: number
  right: number
  bottom: number
}

/** Tesseract's parameters that can't be changed once it runs: what documents say is in no dictionary. */
const withoutDictionary = { load_system_dawg: '0', load_freq_dawg: '0' }

let reader: Promise<Worker> | undefined

/** The process's one reader, started on first use (0.6 s) and kept: some 90 MB, in a thread that ends with the process. */
function sharedReader(): Promise<Worker> {
  reader ??= start()
  return reader
}

/** Starts the reader ahead of the first line, so that what lines take can be told from what starting takes. */
export async function startReader(): Promise<void> {
  await sharedReader()
}

async function start(): Promise<Worker> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'))
  const options = {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none' as const,
    // Without a handler of its own it ends the process; what went wrong is in the promise's rejection already.
    errorHandler: () => {},
  }
  const worker = await createWorker('eng', OEM.LSTM_ONLY, options, withoutDictionary)
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE })
  threadOf(worker).unref()
  return worker
}

/** tesseract.js's types have the browser's Worker; under Node it is a thread. */
function threadOf(worker: Worker): NodeWorker {
  return (worker as unknown as { worker: NodeWorker }).worker
}

/** Reads one upright line of print, dark on light, letters about 30 px high; 10–40 ms. */
export async function readLine(line: Plane): Promise<ReadWord[]> {
  const worker = await sharedReader()
  threadOf(worker).ref()
  try {
    const { data } = await worker.recognize(greymap(line), {}, { blocks: true, text: false })
    const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs).flatMap((paragraph) => paragraph.lines)
    return lines
      .flatMap(({ words }) => words)
      .map(({ text, confidence, bbox }) => ({
        text,
        confidence: Math.min(100, Math.max(0, confidence)) / 100,
        left: bbox.x0,
        top: bbox.y0,
        right: bbox.x1,
        bottom: bbox.y1,
      }))
  } finally {
    threadOf(worker).unref()
  }
}

/** A plane as a portable greymap: the plainest file a reader of files takes. */
function greymap({ data, width, height }: Plane): Buffer {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), data])
}
