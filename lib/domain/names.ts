import { transliterate, transliterated } from './mrz.ts'
import { romanisations } from './romanisation.ts'

/** A part of a name between spaces, hyphens, commas or full stops. */
export interface NamePart {
  /** As given. */
  text: string
  /**
   * The spellings in A–Z it may have in a document. Latin ones by Doc 9303-3, 6, table A (Ü as UE, as UXX) and with the marks just left
   * out (Ü as U), in this order.
   */
  spellings: string[]
}

/** Without parts that have no spelling in A–Z, such as those in scripts no table here knows. */
export function namePartsOf(name: string): NamePart[] {
  return name
    .split(/[\p{Pd}\s,./]+/u)
    .map((text) => ({ text, spellings: spellingsOf(text) }))
    .filter(({ spellings }) => spellings.length > 0)
}

function spellingsOf(part: string): string[] {
  const spellings = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(part)
    ? romanisations(part)
    : [letters(transliterate(part)), letters(transliterate(withX(part))), [...part].map(bareLetter).join('')]
  return [...new Set(spellings)].filter((spelling) => spelling.length > 0)
}

function letters(text: string): string {
  return text.replace(/[^A-Z]/g, '')
}

function withX(part: string): string {
  return part.normalize('NFC').replace(/ü/gi, 'UXX').replace(/ñ/gi, 'NXX')
}

/** The stroke of Ø is left out like a mark; letters that are none with a mark stay written out. */
function bareLetter(letter: string): string {
  const large = letter.normalize('NFC').toUpperCase()
  if (large === 'Ø') return 'O'
  return letters(large.normalize('NFD')) || letters(transliterated[large] ?? '')
}

export type NameScript = 'latin' | 'transliterated' | 'arabic' | 'other'

/** `transliterated`: Cyrillic or Greek letters that are in a table of romanisation, beside Latin ones or not. */
export function scriptOf(name: string): NameScript {
  const own = [...name].filter((letter) => /\p{L}/u.test(letter))
  if (own.every((letter) => /\p{Script=Latin}/u.test(letter))) return 'latin'
  if (own.some((letter) => /\p{Script=Arabic}/u.test(letter))) return 'arabic'
  const isKnown = own.every((letter) => spellingsOf(letter).length > 0)
  return isKnown ? 'transliterated' : 'other'
}

/**
 * A spelling without what romanisations of one name write differently: Й, Ю, Я with I, Y or J, Х with KH or H, Ц with TS or C, КС with
 * KS or X, a first Е with or without I before it, letters doubled or not. IULIIA, YULIA and JULIJA sound the same.
 */
export function soundOf(spelling: string): string {
  const written = spelling.replace(/[YJ]/g, 'I').replace(/KH/g, 'H').replace(/TS/g, 'C').replace(/X/g, 'KS')
  return undoubled(undoubled(written).replace(/(^|[AEOU])IE/g, '$1E'))
}

/** A spelling with no letter twice in a row. */
export function undoubled(spelling: string): string {
  return spelling.replace(/(.)\1+/g, '$1')
}
