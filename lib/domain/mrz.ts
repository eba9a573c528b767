/** What a machine-readable zone says of a document and its holder. Names as printed; dates as `YYYY-MM-DD`. */
export interface MrzHolder {
  /** ISO 3166-1 alpha-3 or one of ICAO's own codes, such as UTO. */
  issuingState: string
  nationality: string
  surname: string
  givenNames: string
  documentNumber: string
  birthDate: string
  sex: 'F' | 'M' | 'X'
  expiryDate: string
  /** National number or other data the issuer may add; letters and digits. */
  optionalData?: string
}

const weights = [7, 3, 1] as const

/**
 * Check digit of a field, 0–9: weights 7-3-1, digits count as themselves, A–Z as 10–35, `<` as 0, modulo 10.
 * Throws a RangeError on any other character. Source: ICAO Doc 9303-3, 4.9.
 */
export function checkDigit(field: string): number {
  let sum = 0
  for (let at = 0; at < field.length; at++) sum += characterValue(field[at]!) * weights[at % 3]!
  return sum % 10
}

function characterValue(character: string): number {
  if (character === '<') return 0
  if (/^[0-9A-Z]$/.test(character)) return Number.parseInt(character, 36)
  throw new RangeError(`"${character}" cannot stand in a machine-readable zone`)
}

/** Letters that don't fall apart into a base letter and a mark, or are written out. Source: ICAO Doc 9303-3, 6, table A. */
export const transliterated: Record<string, string> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Đ: 'D',
  Ð: 'D',
  Ħ: 'H',
  Ĳ: 'IJ',
  Ŀ: 'L',
  Ł: 'L',
  Ñ: 'N',
  Ŋ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  ẞ: 'SS',
  ß: 'SS',
  Þ: 'TH',
  Ŧ: 'T',
  Ü: 'UE',
}

/**
 * A name as it stands in an MRZ: Latin letters without marks, `<` for spaces and hyphens, apostrophes and full stops left
 * out. Source: ICAO Doc 9303-3, 4.6 and 6.
 */
export function transliterate(name: string): string {
  return [...name.normalize('NFC').toUpperCase()]
    .map((letter) => transliterated[letter] ?? letter.normalize('NFD').replace(/\p{Mark}/gu, ''))
    .join('')
    .replace(/[-\s]+/g, '<')
    .replace(/[^A-Z<]/g, '')
}

/** Name field of exactly `length` characters; too long a name is cut so that part of both names stays (Doc 9303-4, 4.2.3). */
function nameField(holder: MrzHolder, length: number): string {
  const given = transliterate(holder.givenNames)
  const keptForGiven = given === '' ? 0 : Math.min(given.length, 3) + 2
  const surname = transliterate(holder.surname).slice(0, length - keptForGiven)
  return pad(given === '' ? surname : `${surname}<<${given}`, length)
}

function pad(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, '<')
}

/** `YYMMDD` of an ISO date. */
function shortDate(isoDate: string): string {
  return isoDate.slice(2).replaceAll('-', '')
}

function withCheckDigit(field: string): string {
  return `${field}${checkDigit(field)}`
}

const sexCode = { F: 'F', M: 'M', X: '<' } as const

/** The two lines of 44 characters of a passport's data page. Source: ICAO Doc 9303-4, 4.2.2. */
export function composeTd3Lines(holder: MrzHolder): [string, string] {
  const upper = `P<${pad(holder.issuingState, 3)}${nameField(holder, 39)}`
  const number = withCheckDigit(pad(holder.documentNumber, 9))
  const birth = withCheckDigit(shortDate(holder.birthDate))
  const expiry = withCheckDigit(shortDate(holder.expiryDate))
  const optional = pad(holder.optionalData ?? '', 14)
  // An empty optional field may carry `<` instead of its check digit, which would be 0.
  const optionalChecked = holder.optionalData ? withCheckDigit(optional) : `${optional}<`
  const composite = checkDigit(number + birth + expiry + optionalChecked)
  const lower = `${number}${pad(holder.nationality, 3)}${birth}${sexCode[holder.sex]}${expiry}${optionalChecked}${composite}`
  return [upper, lower]
}

/**
 * The three lines of 30 characters of an ID card's back. A document number of more than nine characters runs on, with its
 * check digit, in the optional field of the first line. Source: ICAO Doc 9303-5, 4.2.2 and note j.
 */
export function composeTd1Lines(holder: MrzHolder): [string, string, string] {
  const isLong = holder.documentNumber.length > 9
  const runOn = isLong ? withCheckDigit(holder.documentNumber).slice(9) : ''
  const number = isLong ? `${holder.documentNumber.slice(0, 9)}<` : withCheckDigit(pad(holder.documentNumber, 9))
  const upper = `I<${pad(holder.issuingState, 3)}${number}${pad(runOn, 15)}`
  const birth = withCheckDigit(shortDate(holder.birthDate))
  const expiry = withCheckDigit(shortDate(holder.expiryDate))
  const optional = pad(holder.optionalData ?? '', 11)
  const composite = checkDigit(upper.slice(5) + birth + expiry + optional)
  const middle = `${birth}${sexCode[holder.sex]}${expiry}${pad(holder.nationality, 3)}${optional}${composite}`
  return [upper, middle, nameField(holder, 30)]
}
