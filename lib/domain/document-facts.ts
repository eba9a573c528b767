import { readAamva } from './aamva.ts'
import type { Barcode, MrzReading, TextReading } from './artifacts.ts'
import type { Json } from './finding.ts'
import { type MrzField, type MrzFieldName, mrzFields, namesACountry, namesMayBeCut } from './mrz-fields.ts'
import type { MrzPlace } from './mrz-layout.ts'
import { type PrintedField, type PrintedFieldName, printedFields } from './printed-fields.ts'
import { clampPoint, type Outline, type OutlinePoint } from './region.ts'

export type FactName = PrintedFieldName | 'issuingState'
export type FactSource = 'mrz' | 'print'

/** What a document says of itself or its holder, and how surely it was read. */
export interface Fact {
  name: FactName
  value: string
  /** Everything the reading may mean; `value` is the likeliest. */
  alternatives: string[]
  source: FactSource | 'barcode'
  /** 0..1: of the character or word read least surely. */
  confidence: number
  /** Whether it may be relied on: its check digit holds, or it was read surely and is labelled. */
  isCertain: boolean
  place: Outline
  /** Of names: whether they may be cut here, written as initials or left out, for want of room. */
  mayBeCut: boolean
}

/** Print read less surely than this is worth showing, not relying on. */
export const surePrint = 0.75
/** Names more so: their letters lose marks, and with them at times their shape. And a country’s code, of which every letter makes another. */
const surelyPrintedLetters = 0.88
const ofLetters: readonly FactName[] = ['surname', 'givenNames', 'nationality']
/** A character of an MRZ read less surely than this may be another. */
export const sureCharacter = 0.5

const names: readonly FactName[] = [
  'documentNumber',
  'surname',
  'givenNames',
  'birthDate',
  'expiryDate',
  'issuingState',
  'nationality',
]

/** What the MRZ says, and where there is none, or it can't be made out, what a barcode says, or print. `today` is `YYYY-MM-DD`. */
export function documentFacts(
  mrz: MrzReading | null,
  text: TextReading | null,
  today: string,
  barcodes: readonly Barcode[] = [],
): Fact[] {
  const sources = [mrzFacts(mrz, today), barcodeFacts(barcodes), printedFacts(text, today)]
  return names.flatMap((name) => {
    const told = sources.flatMap((facts) => facts.filter((fact) => fact.name === name))
    const surest = told.find(({ isCertain }) => isCertain) ?? told[0]
    return surest ? [surest] : []
  })
}

/** What the barcode of a North American card says. It is corrected for errors as it is read, so there is no doubt of its letters. */
export function barcodeFacts(barcodes: readonly Barcode[]): Fact[] {
  return barcodes.flatMap(({ text, place }) => {
    const card = readAamva(text)
    return names.flatMap((name): Fact[] => {
      const value = card && name !== 'nationality' ? card[name] : null
      if (!card || !value) return []
      return [
        {
          name,
          value,
          alternatives: [value],
          source: 'barcode',
          confidence: 1,
          isCertain: true,
          place,
          mayBeCut: card.isCut,
        },
      ]
    })
  })
}

/** The facts of a machine-readable zone alone. */
export function mrzFacts(mrz: MrzReading | null, today: string): Fact[] {
  if (!mrz) return []
  return mrzFields(mrz, today).flatMap((field) => {
    const name = names.find((known): known is FactName & MrzFieldName => known === field.name)
    return name && field.value ? [mrzFact(mrz, name, field, field.value)] : []
  })
}

function mrzFact(mrz: MrzReading, name: FactName, field: MrzField, value: string): Fact {
  const confidence = confidenceInMrz(mrz, field)
  const isCertain = isCertainInMrz(mrz, field)
  const mayBeCut = namesMayBeCut(mrz)
  return {
    name,
    value,
    alternatives: [value],
    source: 'mrz',
    confidence,
    isCertain,
    place: placeInMrz(mrz, field),
    mayBeCut,
  }
}

/** 0..1: of the character read least surely at this place. */
export function confidenceInMrz({ confidences }: MrzReading, { line, start, end }: MrzPlace): number {
  return Math.min(1, ...(confidences[line] ?? []).slice(start, end))
}

/**
 * Whether a field of a zone may be relied on: its check digit doesn't speak against it, no character of it was guessed (a digit of
 * ten holds by chance), and the zone names a country.
 */
export function isCertainInMrz(mrz: MrzReading, field: MrzField): boolean {
  return field.valid !== false && confidenceInMrz(mrz, field) >= sureCharacter && namesACountry(mrz)
}

/** Where characters of an MRZ stand: their share of their line. */
export function placeInMrz({ places, lines }: MrzReading, { line, start, end }: MrzPlace): Outline {
  const [topLeft, topRight, bottomRight, bottomLeft] = places[line]!
  const between = (a: OutlinePoint, b: OutlinePoint, at: number): OutlinePoint => {
    const share = at / lines[line]!.length
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
  }
  return [
    between(topLeft, topRight, start),
    between(topLeft, topRight, end),
    between(bottomLeft, bottomRight, end),
    between(bottomLeft, bottomRight, start),
  ]
}

/** The facts told by print alone. */
export function printedFacts(text: TextReading | null, today: string): Fact[] {
  if (!text) return []
  return Object.entries(printedFields(text, today)).map(([name, field]) => printedFact(name as FactName, field))
}

function printedFact(name: FactName, { value, alternatives, confidence, place, isSettled }: PrintedField): Fact {
  const sure = ofLetters.includes(name) ? surelyPrintedLetters : surePrint
  const isCertain = isSettled && confidence >= sure && alternatives.length === 1
  return { name, value, alternatives, source: 'print', confidence, isCertain, place, mayBeCut: false }
}

/** As a finding's detail keeps it for the reviewer's list of facts. */
export function factForDetail({ name, value, source, confidence, isCertain, place }: Fact): Json {
  return { name, value, source, confidence: roundedShare(confidence), isCertain, place: placeForDetail(place) }
}

/** A place as a finding's detail keeps it: inside the picture, and no finer than a pixel of 10,000. */
export function placeForDetail(place: Outline): Json {
  return place.map((point) => clampPoint(point).map((part) => Math.round(10_000 * part) / 10_000))
}

/** 0..1 to the hundredth. */
export function roundedShare(share: number): number {
  return Math.round(100 * share) / 100
}
