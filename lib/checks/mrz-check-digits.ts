import type { MrzReading } from '#lib/domain/artifacts'
import { documentCaptureKinds } from '#lib/domain/capture'
import { confidenceInMrz, isCertainInMrz, placeForDetail, placeInMrz, roundedShare } from '#lib/domain/document-facts'
import type { Json } from '#lib/domain/finding'
import { type CheckedField, type MrzCheckDigit, mrzCheckDigits } from '#lib/domain/mrz-check-digits'
import { type MrzField, mrzFields } from '#lib/domain/mrz-fields'
import { charactersAt, type MrzPlace } from '#lib/domain/mrz-layout'
import { clampPoint, type Region } from '#lib/domain/region'
import { defineCheck, type Verdict } from './check.ts'

/** The machine-readable zone adds up (K3, C15): what every other statement about the document's data rests on. */
export const mrzCheckDigitsCheck = defineCheck({
  id: 'mrz-check-digits',
  version: 2,
  group: 'content',
  title: { pass: 'Machine-readable zone adds up', fail: 'Machine-readable zone does not add up' },
  description:
    'Number, dates and the whole zone carry check digits. Where one does not hold, the print was altered, made up or is not readable.',
  method:
    'The lines are found by their even, lonely rows of strokes, whichever way up the document lies, and read by a small network trained on drawn lines. Where the eye doubts, check digits may tip the balance between two likely readings, never against clear print.',
  limits: [
    'Digits that hold do not prove the document genuine: anyone can reckon them.',
    'Names carry no check digit; where one letter is doubtful, the reading is called uncertain.',
    'Only the formats of ICAO Doc 9303 and the French identity card of 1988–2021 are known; other cards count as having no zone.',
    'Letters lower than about 7 px are read with doubt.',
  ],
  suggests: ['mrz_barcode_invalid'],
  unit: '% of check digits',
  appliesTo: documentCaptureKinds,
  needs: ['kind', 'mrz', 'declared'],
  thresholds: {
    minHolding: { value: 100, unit: '% of check digits', source: 'ICAO Doc 9303-3, 4.9, an ISO/IEC 7501 standard' },
    minCertainty: {
      value: 0.8,
      unit: 'chance that every character is right',
      source: 'docs/decisions/013: misread characters leave at most 0.16',
    },
    minFieldCertainty: {
      value: 0.85,
      unit: 'chance that a field and its digit are right',
      source: 'docs/decisions/013: wrong digits in print are read this surely',
    },
  },
  run: ({ kind, mrz, declared }, thresholds): Verdict => {
    const threshold = thresholds.minHolding
    if (!mrz) {
      const detail = { lines: [], format: null, fields: [] }
      const rest = { score: null, value: null, threshold, detail }
      return kind === 'id_front'
        ? { ...rest, outcome: 'not_applicable', summary: 'This side carries no machine-readable zone.' }
        : { ...rest, outcome: 'inconclusive', summary: 'No machine-readable zone was found.' }
    }
    const digits = mrzCheckDigits(mrz)
    const failing = digits.filter(({ holds }) => !holds)
    const value = Math.round((1000 * (digits.length - failing.length)) / digits.length) / 10
    const certainty = certaintyOf(
      mrz,
      mrz.lines.map((line, at) => ({ line: at, start: 0, end: line.length })),
    )
    const holding = value >= threshold
    const sure = holding
      ? certainty >= thresholds.minCertainty
      : failing.some((digit) => certaintyOf(mrz, [...digit.covers, digit.digit]) >= thresholds.minFieldCertainty)
    const outcome = !sure ? 'inconclusive' : holding ? 'pass' : 'fail'
    return {
      outcome,
      score: (value / 100) ** 2 * (sure && holding ? 75 + 25 * certainty : 60),
      value,
      threshold,
      summary: summaryOf(digits, failing, sure),
      reasons: outcome === 'fail' ? ['mrz_barcode_invalid'] : [],
      regions: regionsOf(mrz, failing),
      detail: {
        lines: mrz.lines,
        format: mrz.format,
        fields: mrzFields(mrz, declared.receivedAt.slice(0, 10)).map((field) => fieldForDetail(mrz, field)),
        letterHeightPx: mrz.letterHeightPx,
        certainty: Math.round(certainty * 1000) / 1000,
        checkDigits: digits.map(({ field, holds }) => ({ field, holds })),
      },
    }
  },
})

/** A field with where it stands, fillers behind it left out, and how surely its least certain character was read. */
function fieldForDetail(mrz: MrzReading, field: MrzField): Json {
  const characters = charactersAt(mrz.lines, field).replace(/<+$/, '')
  const place = { ...field, end: field.start + Math.max(1, characters.length) }
  return {
    ...field,
    confidence: roundedShare(confidenceInMrz(mrz, place)),
    isCertain: isCertainInMrz(mrz, { ...field, end: place.end }),
    place: placeForDetail(placeInMrz(mrz, place)),
  }
}

/** Chance that all characters at these places are right, taken as independent. */
function certaintyOf({ confidences }: MrzReading, places: readonly MrzPlace[]): number {
  return places.reduce(
    (product, { line, start, end }) => confidences[line]!.slice(start, end).reduce((sum, one) => sum * one, product),
    1,
  )
}

/** The fields whose own digit doesn't hold; the composite's alone only where all others hold. */
function regionsOf(mrz: MrzReading, failing: readonly MrzCheckDigit[]): Region[] {
  const own = failing.filter(({ field }) => field !== 'composite')
  return (own.length > 0 ? own : failing)
    .flatMap(({ covers, digit }) => joined([...covers, digit]))
    .map((place) => ({ points: placeInMrz(mrz, place).map(clampPoint), value: null }))
}

/** Places that follow one another on a line as one. */
function joined(places: readonly MrzPlace[]): MrzPlace[] {
  const result: MrzPlace[] = []
  for (const place of places) {
    const last = result.at(-1)
    if (last && last.line === place.line && last.end === place.start)
      result[result.length - 1] = { ...last, end: place.end }
    else result.push(place)
  }
  return result
}

const fieldInWords: Record<CheckedField, string> = {
  documentNumber: 'document number',
  birthDate: 'date of birth',
  expiryDate: 'date of expiry',
  optionalData: 'optional data',
  composite: 'whole zone',
}

function summaryOf(digits: readonly MrzCheckDigit[], failing: readonly MrzCheckDigit[], sure: boolean): string {
  const count = `${digits.length - failing.length} of ${digits.length} check digits hold`
  const wrong = failing.map(({ field }) => fieldInWords[field]).join(', ')
  if (failing.length === 0)
    return sure
      ? `All ${digits.length} check digits hold.`
      : `Read, but uncertain: all ${digits.length} check digits hold, yet some characters are doubtful.`
  return sure ? `${count}; wrong: ${wrong}.` : `Read, but uncertain: ${count}; in doubt: ${wrong}.`
}
