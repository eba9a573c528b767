import type { MrzReading } from './artifacts.ts'
import { countryOfMrz } from './country.ts'
import { longNumber, mrzCheckDigits } from './mrz-check-digits.ts'
import { mrzDate } from './mrz-date.ts'
import { charactersAt, type MrzLayout, type MrzPlace, mrzLayout } from './mrz-layout.ts'

export type MrzFieldName =
  | 'documentCode'
  | 'issuingState'
  | 'surname'
  | 'givenNames'
  | 'documentNumber'
  | 'nationality'
  | 'birthDate'
  | 'sex'
  | 'expiryDate'
  | 'optionalData'
  | 'optionalData2'
  | 'composite'

/** A field of a machine-readable zone with its characters, `end` excluded; lines and characters count from 0. */
export interface MrzField extends MrzPlace {
  name: MrzFieldName
  /**
   * Fillers taken off and, inside names, read as spaces; dates as `YYYY-MM-DD` (`YYYY-MM`, `YYYY` where the rest is unknown);
   * sex `F`, `M` or `X`. Null where the field is empty or its characters mean nothing.
   */
  value: string | null
  /** Whether it holds: its own check digit and what may stand there. Null where neither can speak against it. */
  valid: boolean | null
}

/**
 * What the characters of a machine-readable zone mean, in the order of the format. `today` (`YYYY-MM-DD`) settles the century
 * of dates. Never throws, whatever the lines hold.
 */
export function mrzFields(reading: Pick<MrzReading, 'format' | 'lines'>, today: string): MrzField[] {
  const { lines } = reading
  const layout = mrzLayout(reading)
  const digits = new Map(mrzCheckDigits(reading).map(({ field, holds }) => [field as MrzFieldName, holds]))
  const runOn = longNumber(lines, layout)
  const fields: MrzField[] = []
  const add = (name: MrzFieldName, place: MrzPlace | undefined, value: string | null, possible: boolean | null) => {
    if (!place) return
    const holds = digits.get(name)
    fields.push({ name, value, ...place, valid: holds === undefined ? possible : holds && possible !== false })
  }
  const text = (place: MrzPlace | undefined) => (place ? charactersAt(lines, place) : '')

  add(
    'documentCode',
    layout.documentCode,
    bare(text(layout.documentCode)),
    onlyIf(/^[A-Z][A-Z<]$/, text(layout.documentCode)),
  )
  add('issuingState', layout.issuingState, ...state(text(layout.issuingState)))
  for (const [name, place] of namePlaces(lines, layout)) {
    add(name, place, spaced(text(place)), onlyIf(/^[A-Z<]*$/, text(place)))
  }
  add('documentNumber', numberPlace(layout, runOn), bare(text(layout.documentNumber) + text(runOn ?? undefined)), null)
  add('nationality', layout.nationality, ...state(text(layout.nationality)))
  add('birthDate', layout.birthDate, ...date(text(layout.birthDate), 'birth', today))
  add('sex', layout.sex, ...sex(text(layout.sex)))
  add('expiryDate', layout.expiryDate, ...date(text(layout.expiryDate), 'expiry', today))
  const rest = runOn && { ...layout.optionalData, start: Math.min(runOn.end + 1, layout.optionalData.end) }
  add('optionalData', rest ?? layout.optionalData, spaced(text(rest ?? layout.optionalData)), null)
  add('optionalData2', layout.optionalData2, spaced(text(layout.optionalData2)), null)
  add('composite', layout.composite?.digit, bare(text(layout.composite?.digit)), null)
  return fields
}

/** The names part at the first `<<`; a holder with one name has only a surname (Doc 9303-3, 4.6). */
function namePlaces(lines: readonly string[], { names }: MrzLayout): [MrzFieldName, MrzPlace][] {
  if ('surname' in names) return Object.entries(names) as [MrzFieldName, MrzPlace][]
  const { line, start, end } = names
  const text = charactersAt(lines, names)
  const parting = text.indexOf('<<')
  const middle = parting < 0 ? end : start + parting
  return [
    ['surname', { line, start, end: middle }],
    ['givenNames', { line, start: Math.min(middle + 2, end), end }],
  ]
}

/**
 * True where the issuing state or the nationality is a code there is. A zone that is cut where it begins can be read as one of a
 * shorter format, with check digits that hold: of others fields.
 */
export function namesACountry(reading: Pick<MrzReading, 'format' | 'lines'>): boolean {
  const { issuingState, nationality } = mrzLayout(reading)
  const codes = [issuingState, nationality].flatMap((place) =>
    place ? [bare(charactersAt(reading.lines, place))] : [],
  )
  return codes.some((code) => code !== null && countryOfMrz(code) !== null)
}

/** True where a field of names is full to its end: they may have been cut there (Doc 9303-3, 4.6). */
export function namesMayBeCut(reading: Pick<MrzReading, 'format' | 'lines'>): boolean {
  const { names } = mrzLayout(reading)
  const fields = 'surname' in names ? Object.values(names) : [names]
  return fields.some((place) => /[A-Z]$/.test(charactersAt(reading.lines, place)))
}

/** A number that runs on is marked from its field to its last character. */
function numberPlace({ documentNumber }: MrzLayout, runOn: MrzPlace | null): MrzPlace {
  return runOn && runOn.line === documentNumber.line ? { ...documentNumber, end: runOn.end } : documentNumber
}

function bare(text: string): string | null {
  return text.replaceAll('<', '') || null
}

function spaced(text: string): string | null {
  return text.replace(/<+/g, ' ').trim() || null
}

function onlyIf(pattern: RegExp, text: string): false | null {
  return pattern.test(text) ? null : false
}

/** Letters, filled up at the end: Germany is `D<<`. */
function state(text: string): [string | null, false | null] {
  return [bare(text), onlyIf(/^[A-Z]{1,3}<{0,2}$/, text)]
}

function date(text: string, meaning: 'birth' | 'expiry', today: string): [string | null, boolean | null] {
  const value = mrzDate(text, meaning, today)
  return [value, value !== null || /^<{6}$/.test(text) || /^<<(\d\d|<<)(\d\d|<<)$/.test(text)]
}

function sex(text: string): [string | null, boolean] {
  const value = text === '<' ? 'X' : text
  return /^[FMX]$/.test(value) ? [value, true] : [null, false]
}
