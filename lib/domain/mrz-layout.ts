import type { MrzReading } from './artifacts.ts'
import type { MrzFormat } from './mrz-format.ts'

/** Characters of one line, `end` excluded; lines and characters count from 0. */
export interface MrzPlace {
  line: number
  start: number
  end: number
}

/** Where a format keeps what. Fields a format doesn't have are left out. */
export interface MrzLayout {
  documentCode: MrzPlace
  issuingState: MrzPlace
  /** Both names in one field, parted by `<<`; the old French card has a field for each. */
  names: MrzPlace | { surname: MrzPlace; givenNames: MrzPlace }
  documentNumber: MrzPlace
  /** Where a document number too long for its field runs on with its check digit. */
  runOn?: MrzPlace
  birthDate: MrzPlace
  sex: MrzPlace
  expiryDate?: MrzPlace
  nationality?: MrzPlace
  optionalData: MrzPlace
  optionalData2?: MrzPlace
  /** True where `optionalData` is followed by a check digit of its own. */
  optionalDataIsChecked?: true
  /** The last check digit, and what it covers in this order. */
  composite?: { digit: MrzPlace; covers: MrzPlace[] }
}

const place = (line: number, start: number, end: number): MrzPlace => ({ line, start, end })

/** The second line of everything but TD1 and the old French card. */
const lower = {
  documentNumber: place(1, 0, 9),
  nationality: place(1, 10, 13),
  birthDate: place(1, 13, 19),
  sex: place(1, 20, 21),
  expiryDate: place(1, 21, 27),
}
const beginning = { documentCode: place(0, 0, 2), issuingState: place(0, 2, 5) }
const lowerComposite = (end: number) => ({
  digit: place(1, end, end + 1),
  covers: [place(1, 0, 10), place(1, 13, 20), place(1, 21, end)],
})

/** Sources: ICAO Doc 9303-4, 4.2.2 (TD3), -5, 4.2.2 (TD1), -6, 4.2.2 (TD2), -7, 4.2.2 and 5.2.2 (MRV-A, MRV-B). */
const layouts: Record<MrzFormat, MrzLayout> = {
  TD1: {
    ...beginning,
    names: place(2, 0, 30),
    documentNumber: place(0, 5, 14),
    runOn: place(0, 15, 30),
    birthDate: place(1, 0, 6),
    sex: place(1, 7, 8),
    expiryDate: place(1, 8, 14),
    nationality: place(1, 15, 18),
    optionalData: place(0, 15, 30),
    optionalData2: place(1, 18, 29),
    composite: {
      digit: place(1, 29, 30),
      covers: [place(0, 5, 30), place(1, 0, 7), place(1, 8, 15), place(1, 18, 29)],
    },
  },
  TD2: {
    ...beginning,
    ...lower,
    names: place(0, 5, 36),
    runOn: place(1, 28, 35),
    optionalData: place(1, 28, 35),
    composite: lowerComposite(35),
  },
  TD3: {
    ...beginning,
    ...lower,
    names: place(0, 5, 44),
    optionalData: place(1, 28, 42),
    optionalDataIsChecked: true,
    composite: lowerComposite(43),
  },
  'MRV-A': { ...beginning, ...lower, names: place(0, 5, 44), optionalData: place(1, 28, 44) },
  'MRV-B': { ...beginning, ...lower, names: place(0, 5, 36), optionalData: place(1, 28, 36) },
}

/** French identity cards of 1988–2021: the size of a TD2 with a layout of their own, without expiry and nationality. */
const frenchCard: MrzLayout = {
  ...beginning,
  names: { surname: place(0, 5, 30), givenNames: place(1, 13, 27) },
  documentNumber: place(1, 0, 12),
  birthDate: place(1, 27, 33),
  sex: place(1, 34, 35),
  optionalData: place(0, 30, 36),
  composite: { digit: place(1, 35, 36), covers: [place(0, 0, 36), place(1, 0, 35)] },
}

/** The layout of what was read. */
export function mrzLayout({ format, lines }: Pick<MrzReading, 'format' | 'lines'>): MrzLayout {
  return format === 'TD2' && lines[0]?.startsWith('IDFRA') ? frenchCard : layouts[format]
}

/** The characters at a place; fewer where a line is too short. */
export function charactersAt(lines: readonly string[], { line, start, end }: MrzPlace): string {
  return (lines[line] ?? '').slice(start, end)
}
