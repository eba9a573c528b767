import type { MrzReading, TextWord } from './artifacts.ts'
import { countryOfMrz } from './country.ts'
import { type Fact, mrzFacts } from './document-facts.ts'
import { editDistance } from './likeness.ts'
import { mrzFields, namesMayBeCut } from './mrz-fields.ts'
import { namePartsOf } from './names.ts'
import { type PrintedDate, printedDates } from './printed-dates.ts'
import type { PrintedFields } from './printed-fields.ts'
import { bareLetters, type PrintedLine, placeOfWords } from './printed-line.ts'
import type { Outline } from './region.ts'

export type ComparedName = 'documentNumber' | 'surname' | 'givenNames' | 'birthDate' | 'expiryDate' | 'state'

/** `same`, `differs` where both were read surely, `unsure` where one may be misread, `missing` where print doesn't show it. */
export type Agreement = 'same' | 'differs' | 'unsure' | 'missing'

export interface Comparison {
  name: ComparedName
  agreement: Agreement
  mrz: string
  print: string | null
  /** The same as it stands there, with its marks and spaces. */
  printWords: string | null
  /** 0..1: of the word read least surely. */
  printConfidence: number | null
  mrzPlace: Outline
  /** Null where nothing like it is printed. */
  printPlace: Outline | null
  /** Whether the MRZ's own check digit vouches for it. */
  isChecked: boolean
}

/** Characters that look alike and that a check digit tells apart; of G and 6, L and 1, U and 0 it can't (the same modulo 10). */
const lookAlikes: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', Z: '2', S: '5', B: '8', A: '4', T: '7' }
const surelyPrinted = 0.88
const surelyMachineRead = 0.8

/**
 * Holds what the MRZ says against the print it should repeat. Lines may come from both sides of a card, their MRZ lines left out.
 * `printed` are the fields the same lines announce; `today` is `YYYY-MM-DD`.
 */
export function comparePrint(
  mrz: MrzReading,
  lines: readonly PrintedLine[],
  printed: PrintedFields,
  today: string,
): Comparison[] {
  const checked = new Set(mrzFields(mrz, today).flatMap(({ name, valid }) => (valid ? [name as string] : [])))
  const dates = printedDates(lines, today)
  const isCut = namesMayBeCut(mrz)
  return mrzFacts(mrz, today).flatMap((fact): Comparison[] => {
    const { name, value, place, confidence } = fact
    const isChecked = checked.has(name)
    const is = (found: Found, as: ComparedName = name as ComparedName) => [
      { name: as, mrz: value, mrzPlace: place, isChecked, ...found },
    ]
    if (name === 'documentNumber') return is(findNumber(value, lines, isChecked, confidence))
    if (name === 'surname' || name === 'givenNames') return is(findName(value, lines, isCut))
    if (name === 'birthDate' || name === 'expiryDate') return is(findDate(fact, dates, printed[name], isChecked))
    // A state's code is not printed as it stands, but it has to be one.
    return countryOfMrz(value) ? [] : is({ ...missing, agreement: 'unsure' }, 'state')
  })
}

type Found = Pick<Comparison, 'agreement' | 'print' | 'printWords' | 'printConfidence' | 'printPlace'>
const missing: Found = { agreement: 'missing', print: null, printWords: null, printConfidence: null, printPlace: null }

function findNumber(value: string, lines: readonly PrintedLine[], isChecked: boolean, confidence: number): Found {
  const near = nearest(value, lines, bareLetters)
  if (!near || near.distance > Math.max(1, value.length / 4)) return missing
  const found = foundNear(near)
  if (near.distance === 0) return { agreement: 'same', ...found }
  // Where they differ in nothing but letters that look alike, the check digit says who is right.
  if (isChecked && folded(near.text) === folded(value)) return { agreement: 'same', ...found }
  const surely =
    near.text.length === value.length &&
    near.words.every((word) => word.confidence >= surelyPrinted) &&
    confidence >= surelyMachineRead &&
    isChecked
  return { agreement: surely ? 'differs' : 'unsure', ...found }
}

function folded(text: string): string {
  return [...text].map((letter) => lookAlikes[letter] ?? letter).join('')
}

/** Marks are often misread, so a name that is only nearly printed is never surely another one. */
function findName(value: string, lines: readonly PrintedLine[], isCut: boolean): Found {
  const wanted = value.replace(/[^A-Z]/g, '')
  if (wanted.length < 2) return missing
  const spellings = [
    (text: string) =>
      namePartsOf(lettersFor(text))
        .map(({ spellings: [first] }) => first)
        .join(''),
    (text: string) =>
      namePartsOf(lettersFor(text))
        .map(({ spellings: own }) => own.at(-1))
        .join(''),
  ]
  const near = spellings
    .flatMap((spell) => nearest(wanted, lines, spell, isCut) ?? [])
    .sort((a, b) => a.distance - b.distance)[0]
  if (!near || near.distance > Math.max(1, wanted.length / 4)) return missing
  return { agreement: near.distance === 0 ? 'same' : 'unsure', ...foundNear(near) }
}

/** Digits that are read where letters stand. */
function lettersFor(text: string): string {
  return text.replace(/0/g, 'O').replace(/1/g, 'I').replace(/5/g, 'S').replace(/8/g, 'B')
}

function findDate(
  { name, value, confidence }: Fact,
  dates: readonly PrintedDate[],
  printed: PrintedFields['birthDate'],
  isChecked: boolean,
): Found {
  const same = dates.find((date) => date.dates.some((day) => day.startsWith(value)))
  if (same) return { agreement: 'same', ...foundDate(same.text, same) }
  if (!printed?.isSettled || value.length < 10) return missing
  const found = foundDate(printed.value, printed)
  const close = Math.min(...printed.alternatives.map((day) => editDistance(day, value))) <= 3
  const surely = printed.confidence >= surelyPrinted && confidence >= surelyMachineRead && isChecked
  return close && surely && name ? { agreement: 'differs', ...found } : { agreement: 'unsure', ...found }
}

function foundNear({ text, words }: Near): Omit<Found, 'agreement'> {
  const printWords = [...new Set(words)].map((word) => word.text).join(' ')
  const printConfidence = Math.min(...words.map(({ confidence }) => confidence))
  return { print: text, printWords, printConfidence, printPlace: placeOfWords(words) }
}

function foundDate(
  text: string,
  { confidence, place }: { confidence: number; place: Outline },
): Omit<Found, 'agreement'> {
  return { print: text, printWords: text, printConfidence: confidence, printPlace: place }
}

interface Near {
  distance: number
  text: string
  words: readonly TextWord[]
}

/**
 * The run of whole words most like the wanted text. Not a part of one: "ARAH" is in "SARAH", and a character misread as a filler
 * keeps the check digit right (`<`, A, K and U all count 0 modulo 10).
 */
function nearest(
  wanted: string,
  lines: readonly PrintedLine[],
  spell: (text: string) => string,
  isCut = false,
): Near | null {
  let best: Near | null = null
  for (const { words } of lines) {
    const parts = words.flatMap((word) => word.text.split(/[:;,|/]+/).map((text) => ({ word, spelt: spell(text) })))
    for (let from = 0; from < parts.length; from++) {
      let text = ''
      for (let to = from; to < parts.length && text.length <= wanted.length + 2; to++) {
        text += parts[to]!.spelt
        if (!isCut && text.length > wanted.length + 2) break
        const distance = editDistance(wanted, isCut ? text.slice(0, wanted.length) : text)
        if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
          best = { distance, text, words: parts.slice(from, to + 1).map(({ word }) => word) }
        }
      }
    }
  }
  return best
}
