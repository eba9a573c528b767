import type { MrzReading } from './artifacts.ts'
import { checkDigit } from './mrz.ts'
import { charactersAt, type MrzLayout, type MrzPlace, mrzLayout } from './mrz-layout.ts'

export type CheckedField = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optionalData' | 'composite'

/** One check digit as it stands in a machine-readable zone. */
export interface MrzCheckDigit {
  field: CheckedField
  holds: boolean
  /** The digit itself. */
  digit: MrzPlace
  /** What it is reckoned from, in this order. */
  covers: MrzPlace[]
}

/**
 * Every check digit the format has, with whether it holds. An empty field may carry `<` instead of the digit 0.
 * Never throws: characters that can't stand in an MRZ make their digit not hold.
 */
export function mrzCheckDigits(reading: Pick<MrzReading, 'format' | 'lines'>): MrzCheckDigit[] {
  const layout = mrzLayout(reading)
  const digits = [
    numberDigit(reading.lines, layout),
    after('birthDate', layout.birthDate),
    ...(layout.expiryDate ? [after('expiryDate', layout.expiryDate)] : []),
    ...(layout.optionalDataIsChecked ? [after('optionalData', layout.optionalData)] : []),
    ...(layout.composite ? [{ field: 'composite' as const, ...layout.composite }] : []),
  ]
  return digits.map((one) => ({ ...one, holds: holds(reading.lines, one) }))
}

type Unjudged = Omit<MrzCheckDigit, 'holds'>

function after(field: CheckedField, covered: MrzPlace): Unjudged {
  return { field, covers: [covered], digit: { line: covered.line, start: covered.end, end: covered.end + 1 } }
}

/** Of a number too long for its field, the digit follows where the number runs on (Doc 9303-5, note j). */
function numberDigit(lines: readonly string[], layout: MrzLayout): Unjudged {
  const runOn = longNumber(lines, layout)
  if (!runOn) return after('documentNumber', layout.documentNumber)
  return { ...after('documentNumber', runOn), covers: [layout.documentNumber, runOn] }
}

/** Where a document number runs on, without its check digit; null where it fits its field. */
export function longNumber(lines: readonly string[], { documentNumber, runOn }: MrzLayout): MrzPlace | null {
  if (!runOn) return null
  const { line, end } = documentNumber
  if (charactersAt(lines, { line, start: end, end: end + 1 }) !== '<') return null
  const length = /^[^<]*/.exec(charactersAt(lines, runOn))![0].length
  return length < 2 ? null : { line: runOn.line, start: runOn.start, end: runOn.start + length - 1 }
}

function holds(lines: readonly string[], { digit, covers }: Unjudged): boolean {
  const covered = covers.map((one) => charactersAt(lines, one)).join('')
  const length = covers.reduce((sum, { start, end }) => sum + end - start, 0)
  if (covered.length !== length || !/^[A-Z0-9<]*$/.test(covered)) return false
  const found = charactersAt(lines, digit)
  return found === String(checkDigit(covered)) || (found === '<' && /^<*$/.test(covered))
}
