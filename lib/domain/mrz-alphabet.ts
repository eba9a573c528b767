import { mrzCheckDigits } from './mrz-check-digits.ts'
import type { MrzFormat } from './mrz-format.ts'
import { mrzShape } from './mrz-format.ts'
import { type MrzPlace, mrzLayout } from './mrz-layout.ts'

/** Every character of a machine-readable zone, in the order recognisers number them. */
export const mrzAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<'
const digits = '0123456789<'

/** What a document code may begin with (Doc 9303-4 to -7). */
const beginnings: Record<MrzFormat, string> = { TD1: 'IAC', TD2: 'IACP', TD3: 'P', 'MRV-A': 'V', 'MRV-B': 'V' }

/** Characters that may stand at each place of each line; `lines` as far as they are known settle which layout it is. */
export function allowedCharacters(format: MrzFormat, lines: string[]): string[][] {
  const { lines: count, length } = mrzShape[format]
  const allowed = Array.from({ length: count }, () => Array.from({ length }, () => mrzAlphabet))
  const permit = (place: MrzPlace | undefined, characters: string) => {
    if (place) allowed[place.line]!.fill(characters, place.start, place.end)
  }
  const layout = mrzLayout({ format, lines })
  const names = 'surname' in layout.names ? Object.values(layout.names) : [layout.names]
  for (const place of [layout.documentCode, layout.issuingState, layout.nationality, ...names]) permit(place, letters)
  permit(layout.birthDate, digits)
  permit(layout.expiryDate, digits)
  permit(layout.sex, 'FMX<')
  for (const { digit, field } of mrzCheckDigits({ format, lines })) {
    // Where a number runs on, its digit's place is only known once the number is.
    if (field !== 'documentNumber' || digit.start === layout.documentNumber.end) permit(digit, digits)
  }
  permit({ line: 0, start: 0, end: 1 }, beginnings[format])
  return allowed
}
