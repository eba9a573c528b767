import { aamvaType } from './aamva.ts'
import type { Barcode, MrzReading, TextReading } from './artifacts.ts'
import { placeInMrz, sureCharacter } from './document-facts.ts'
import { documentWords, type FoundTitle, type WordedType } from './document-words.ts'
import { mrzCheckDigits } from './mrz-check-digits.ts'
import { namesACountry } from './mrz-fields.ts'
import type { PrintedLabel } from './printed-labels.ts'
import type { Outline } from './region.ts'

export const wordedTypeTitle: Record<WordedType, string> = {
  passport: 'a passport',
  id_card: 'an ID card',
  driving_licence: 'a driving licence',
  visa: 'a visa',
  residence_permit: 'a residence permit',
  bank_card: 'a bank card',
}

/** What a document says it is, and where it says so. */
export interface DocumentKind {
  type: WordedType
  source: 'mrz' | 'print' | 'barcode' | 'layout'
  /** The code or title that says so, as read. */
  said: string
  /** 0..1. */
  confidence: number
  place: Outline
}

/**
 * What a document is: by the code that begins its MRZ (Doc 9303-4 to -7), else by its title. A title alone is not enough: a passport
 * or card has labels, too. Null where neither tells.
 */
export function documentKind(
  mrz: MrzReading | null,
  text: TextReading | null,
  barcodes: readonly Barcode[] = [],
  shape: DocumentShape | null = null,
): DocumentKind | null {
  const { titles, labels } = documentWords(text)
  return (
    kindByMrz(mrz, titles) ??
    kindByBarcode(barcodes) ??
    kindByTitle(titles, labels) ??
    (shape && kindByLayout(shape, labels))
  )
}

/** The document as seen: its corners, and its longer side in lengths of the shorter one. */
export interface DocumentShape {
  outline: Outline
  aspect: number
}

/** ID-1 (1.59) and ID-3 (1.42) as they look when held a little aslant. Source: ISO/IEC 7810. */
const cardAspect = [1.51, 1.67] as const
const pageAspect = [1.36, 1.48] as const
const ofIdentity: readonly PrintedLabel[] = ['surname', 'birthDate', 'expiryDate', 'documentNumber']

/** Names, birth, expiry and number, all with labels, are on passports and ID cards alone; the shape tells which. */
function kindByLayout({ outline, aspect }: DocumentShape, labels: readonly PrintedLabel[]): DocumentKind | null {
  if (ofIdentity.filter((label) => labels.includes(label)).length < 3) return null
  const within = ([from, to]: readonly [number, number]) => aspect >= from && aspect <= to
  const type = within(cardAspect) ? 'id_card' : within(pageAspect) ? 'passport' : null
  return type && { type, source: 'layout', said: labels.join(', '), confidence: 0.6, place: outline }
}

/** Issuers' codes for residence permits, the European Union's uniform format among them (IR). */
const permitCodes = ['IR', 'AR', 'CR']

function kindByMrz(mrz: MrzReading | null, titles: readonly FoundTitle[]): DocumentKind | null {
  if (!mrz) return null
  // Where most check digits are wrong, or no country is named, it may be no zone at all, or a part of one.
  const digits = mrzCheckDigits(mrz)
  if (2 * digits.filter(({ holds }) => holds).length < digits.length || !namesACountry(mrz)) return null
  const said = mrz.lines[0]!.slice(0, 2)
  const type = typeOfCode(said, mrz.format, titles)
  if (!type) return null
  const confidence = mrz.confidences[0]?.[0] ?? 0
  if (confidence < sureCharacter) return null
  return { type, source: 'mrz', said, confidence, place: placeInMrz(mrz, { line: 0, start: 0, end: 2 }) }
}

function typeOfCode(code: string, format: MrzReading['format'], titles: readonly FoundTitle[]): WordedType | null {
  if (code[0] === 'V' || format === 'MRV-A' || format === 'MRV-B') return 'visa'
  if (code[0] === 'P' || format === 'TD3') return 'passport'
  if (!'IAC'.includes(code[0]!)) return null
  const isPermit = permitCodes.includes(code) || titles.some(({ type }) => type === 'residence_permit')
  return isPermit ? 'residence_permit' : 'id_card'
}

function kindByBarcode(barcodes: readonly Barcode[]): DocumentKind | null {
  for (const { text, symbology, place } of barcodes) {
    const holds = aamvaType(text)
    const type = holds === 'ID' ? 'id_card' : 'driving_licence'
    if (holds) return { type, source: 'barcode', said: symbology, confidence: 1, place }
  }
  return null
}

function kindByTitle(titles: readonly FoundTitle[], labels: readonly PrintedLabel[]): DocumentKind | null {
  const of = (type: WordedType) => titles.find((title) => title.type === type)
  const found =
    of('driving_licence') ??
    of('residence_permit') ??
    of('bank_card') ??
    (labels.length >= 1 ? of('visa') : undefined) ??
    (labels.length >= 2 ? of('passport') : undefined) ??
    (labels.length >= 1 ? of('id_card') : undefined)
  return found
    ? { type: found.type, source: 'print', said: found.title, confidence: found.confidence, place: found.place }
    : null
}
