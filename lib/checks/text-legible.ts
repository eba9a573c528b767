import type { FileFacts, TextReading, TextWord } from '#lib/domain/artifacts'
import { documentCaptureKinds } from '#lib/domain/capture'
import {
  documentFacts,
  type Fact,
  factForDetail,
  placeForDetail,
  printedFacts,
  roundedShare,
  surePrint,
} from '#lib/domain/document-facts'
import type { Json } from '#lib/domain/finding'
import { bareLetters, type PrintedLine, placeOfWords, printedLines, shareReadSurely } from '#lib/domain/printed-line'
import { clampPoint, type Region } from '#lib/domain/region'
import { detailTiles } from '#lib/pixels/detail-tiles'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { sharpnessIndex } from '#lib/pixels/sharpness-index'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

const fieldWords = { documentNumber: 'number', surname: 'name', birthDate: 'birth date', expiryDate: 'expiry date' }
type Wanted = keyof typeof fieldWords
const wanted = Object.keys(fieldWords) as Wanted[]

/** Whether what is printed, and above all the fields that matter, can be read as photographed (K3, K6, C2, C15). */
export const textLegible = defineCheck({
  id: 'text-legible',
  version: 2,
  group: 'content',
  title: { pass: 'Text can be read', fail: 'Text can’t be read' },
  description: 'Number, names, birth and expiry have to be readable on the picture itself, not only to be guessed.',
  method:
    'Every line of print is read optically; what counts is the share of letters in words read surely, and whether number, name, birth and expiry were.',
  limits: [
    'Only Latin letters are read: of a sharp picture with other scripts, or with very small print, the check can’t tell.',
    'Handwriting and ornamental type count as not readable.',
    'Print a person can just make out may be beyond optical reading, and the other way round.',
  ],
  suggests: ['doc_data_unreadable'],
  unit: '% of letters',
  appliesTo: documentCaptureKinds,
  needs: ['declared', 'file', 'luma', 'documentOutline', 'mrz', 'text'],
  thresholds: {
    minShare: { value: 30, unit: '% of letters', source: 'docs/decisions/014: corpus and specimens, 24 November 2026' },
    sureWord: {
      value: 70,
      unit: '% confidence',
      source: 'docs/decisions/021, Documents: words read with at least 70 %',
    },
    minSharpness: { value: 0.5, unit: 'sharpness 0–1', source: 'docs/decisions/012: the cut of the check `sharpness`' },
  },
  run: ({ declared, file, luma, documentOutline, mrz, text }, thresholds) => {
    const outline = documentOutline?.outline ?? null
    const today = declared.receivedAt.slice(0, 10)
    const facts = documentFacts(mrz, text, today)
    const read = wanted.filter((name) => facts.some((fact) => fact.name === name && isReadable(fact)))
    const lines = text ? printedLines(text) : []
    const share = shareReadSurely(lines, thresholds.sureWord / 100)
    // Never rounded up to the limit.
    const value = share === null ? 0 : Math.floor(100 * share)
    const detail = {
      fields: facts.map(factForDetail),
      printed: printedFacts(text, today).map(factForDetail),
      readable: read,
      words: text?.words.length ?? 0,
      wordPlaces: (text?.words ?? []).slice(0, maxWordPlaces).map(placeOfWord),
      letterHeightPx: text && medianHeight(text, file),
    }
    const threshold = thresholds.minShare
    const score = Math.min(100, (50 * value) / threshold)
    if (value >= threshold) {
      const summary = `${value} % of the letters were read surely${listOf(read)}.`
      return { outcome: 'pass', score, value, threshold, summary, detail }
    }
    const regions = illegible(lines)
    const tiles = detailTiles(luma)
    const mask = outline
      ? polygonMask(outline, tiles.cols, tiles.rows)
      : new Uint8Array(tiles.rows * tiles.cols).fill(1)
    const isSharp = (sharpnessIndex(tiles, mask) ?? 1) >= thresholds.minSharpness
    const reading = `Of the letters ${value === 0 ? 'none was' : `only ${value} % were`} read surely, at least ${threshold} % are needed`
    if (isSharp || read.length >= 3) {
      const why = isSharp
        ? 'the picture is sharp, so the print may be too small or in a script that is not read here'
        : `number and dates could be read all the same`
      const summary = `${reading}, but ${why}.`
      return { outcome: 'inconclusive', score: null, value, threshold, summary, regions, detail }
    }
    const place = placeInWords(regions, outline)
    return {
      outcome: 'fail',
      score,
      value,
      threshold,
      summary: `The print can’t be read${place && `, ${place}`}. ${reading}${listOf(read)}.`,
      reasons: ['doc_data_unreadable'],
      regions,
      detail,
    }
  },
})

/** More words than any identity document carries; a page of print is no evidence. */
const maxWordPlaces = 150

/** Where a word stands and how surely it was read, for drawing; what it says is no business of the picture's. */
function placeOfWord({ place, confidence }: TextWord): Json {
  return { place: placeForDetail(place), confidence: roundedShare(confidence) }
}

function isReadable({ source, confidence, isCertain }: Fact): boolean {
  return source === 'mrz' ? isCertain : confidence >= surePrint
}

function listOf(read: readonly Wanted[]): string {
  if (read.length === 0) return ''
  const names = read.map((name) => fieldWords[name])
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]
  return `, ${list} among them`
}

/** Lines of several letters that gave next to nothing, the longest first. */
function illegible(lines: readonly PrintedLine[]): Region[] {
  return lines
    .map(({ words }) => ({
      letters: words.reduce((sum, { text }) => sum + bareLetters(text).length, 0),
      confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length,
      points: placeOfWords(words).map(clampPoint),
    }))
    .filter(({ letters, confidence }) => letters >= 4 && confidence < 0.5)
    .sort((a, b) => b.letters - a.letters)
    .slice(0, 12)
    .map(({ points, confidence }) => ({ points, value: Math.round(100 * confidence) }))
}

/** Median height of a word in the original's own pixels. */
function medianHeight({ words }: TextReading, { widthPx, heightPx }: FileFacts): number | null {
  const heights = words
    .map(({ place: [a, , , d] }) => Math.hypot((d[0] - a[0]) * widthPx, (d[1] - a[1]) * heightPx))
    .sort((a, b) => a - b)
  const median = heights[heights.length >> 1]
  return median === undefined ? null : Math.round(median * 10) / 10
}
