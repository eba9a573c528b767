import type { FileFacts, MrzReading, TextReading } from '#lib/domain/artifacts'
import { type CaptureKind, documentCaptureKinds } from '#lib/domain/capture'
import { documentKind } from '#lib/domain/document-kind'
import { documentWords } from '#lib/domain/document-words'
import type { PrintedLabel } from '#lib/domain/printed-labels'
import { printedLines, shareReadSurely } from '#lib/domain/printed-line'
import type { ReasonCode } from '#lib/domain/reasons'
import { defineCheck } from './check.ts'

/** Labels that stand only where a document tells of its holder. */
const ofHolder: readonly PrintedLabel[] = ['surname', 'givenNames', 'birthDate']

type Page = 'data' | 'visa' | 'other' | 'front' | 'back' | 'both' | 'unknown'

/** Whether the picture shows the page, or the side, that was asked for (C13). */
export const documentPage = defineCheck({
  id: 'document-page',
  version: 1,
  group: 'content',
  title: { pass: 'Right page of the document', fail: 'Wrong page of the document' },
  description:
    'Of a passport only the page with the portrait counts, not a visa, an observation page or the cover; of a card each side is asked for once.',
  method:
    'A passport’s data page has the machine-readable zone of a passport, or labels of its holder’s data; a visa has its own zone or title. A card’s back has the zone of three lines, its front the labels of names and birth.',
  limits: [
    'Cards that carry everything on one side, or print names on both, are taken for the side asked for.',
    'Pages with neither a machine-readable zone nor readable print can’t be told.',
  ],
  suggests: ['doc_wrong_page', 'doc_wrong_side'],
  unit: 'labels found',
  appliesTo: documentCaptureKinds,
  needs: ['kind', 'file', 'mrz', 'text'],
  thresholds: {
    minLabels: { value: 2, unit: 'labels found', source: 'docs/decisions/014: corpus and specimens, 24 November 2026' },
  },
  run: ({ kind, file, mrz, text }, { minLabels }) => {
    const { labels, titles } = documentWords(text)
    const own = labels.filter((label) => ofHolder.includes(label)).length
    const page =
      kind === 'passport_page'
        ? passportPage(mrz, text, minLabels)
        : cardSide({ kind, mrz, text, file }, own, minLabels)
    const asked: Page = kind === 'passport_page' ? 'data' : kind === 'id_front' ? 'front' : 'back'
    const evidence = { value: labels.length, threshold: minLabels }
    const detail = { page, labels, titles: titles.map(({ title }) => title), mrz: mrz?.format ?? null }
    if (page === 'unknown') {
      const summary = 'Nothing read here tells which page or side of the document this is.'
      return { ...evidence, outcome: 'inconclusive', score: null, summary, detail }
    }
    const right = page === asked || page === 'both'
    const reason: ReasonCode = kind === 'passport_page' ? 'doc_wrong_page' : 'doc_wrong_side'
    return {
      ...evidence,
      outcome: right ? 'pass' : 'fail',
      score: right ? 100 : 0,
      summary: `This is ${inWords[page]}${right ? ', as asked for.' : `; ${inWords[asked]} was asked for.`}`,
      reasons: right ? [] : [reason],
      detail,
    }
  },
})

const inWords: Record<Exclude<Page, 'unknown'>, string> = {
  data: 'the data page',
  visa: 'a visa',
  other: 'another page or the cover',
  front: 'the front',
  back: 'the back',
  both: 'a side with everything on it',
}

function passportPage(mrz: MrzReading | null, text: TextReading | null, minLabels: number): Page {
  const found = documentKind(mrz, text)
  if (found?.type === 'visa') return 'visa'
  const { labels, titles } = documentWords(text)
  if (found?.type === 'passport' || labels.length >= minLabels) return 'data'
  // The title and next to nothing else: a cover, or a page of notes.
  const isTitled = titles.some(({ type }) => type === 'passport')
  return isTitled && labels.length === 0 && !mrz && (text?.words.length ?? 0) < 25 ? 'other' : 'unknown'
}

/** Where both the zone and the holder's labels are seen, both sides are in the picture or the card has but one: no objection. */
function cardSide(
  { kind, mrz, text, file }: { kind: CaptureKind; mrz: MrzReading | null; text: TextReading | null; file: FileFacts },
  labelsOfHolder: number,
  minLabels: number,
): Page {
  const hasZone = mrz?.format === 'TD1'
  const hasHolder = labelsOfHolder >= minLabels
  if (hasZone && hasHolder) return 'both'
  // That labels are missing says something only where print can be read.
  const isReadable = text !== null && (shareReadSurely(printedLines(text), sureWord) ?? 0) >= readableShare
  if (hasZone) return kind === 'id_back' || (isReadable && !showsMore(mrz, text, file)) ? 'back' : 'unknown'
  // A card with a zone of two lines has it on its front (Doc 9303-6), as the old French one.
  return hasHolder || (mrz?.format === 'TD2' && kind === 'id_front') ? 'front' : 'unknown'
}

/** As of `text-legible`. */
const sureWord = 0.7
const readableShare = 0.3

/** Of ID-1: from the zone's first line up to the card's upper edge, and how far is more than that, in lengths of the line. */
const zoneToEdge = 0.42
const beyondEdge = 1.4 * zoneToEdge

/**
 * Whether there is print farther above the zone than the card reaches: then its other side is in the picture, too. Three words that
 * may be print are enough.
 */
function showsMore({ places }: MrzReading, text: TextReading | null, { widthPx, heightPx }: FileFacts): boolean {
  const [start, end] = places[0]!
  const along = [(end[0] - start[0]) * widthPx, (end[1] - start[1]) * heightPx] as const
  const length = Math.hypot(...along)
  const above = (text?.words ?? []).filter(({ text: word, place: [corner], confidence }) => {
    const off = [(corner[0] - start[0]) * widthPx, (corner[1] - start[1]) * heightPx] as const
    const height = (off[0] * along[1] - off[1] * along[0]) / length
    return height > beyondEdge * length && word.length >= 3 && confidence > 0.2
  })
  return above.length >= 3
}
