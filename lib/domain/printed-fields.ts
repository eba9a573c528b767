import type { TextReading } from './artifacts.ts'
import { countryOfMrz } from './country.ts'
import { type PrintedDate, printedDates } from './printed-dates.ts'
import { labelOf, type PrintedLabel } from './printed-labels.ts'
import { bareLetters, isAnnouncedBy, type PrintedLine, placeOfWords, printedLines } from './printed-line.ts'
import type { Outline } from './region.ts'

export type PrintedFieldName = Exclude<PrintedLabel, 'issueDate'>

/** A field as printed. Where a date can mean several days, `alternatives` holds them all and `value` the likeliest. */
export interface PrintedField {
  value: string
  alternatives: string[]
  /** 0..1: of the word read least surely. */
  confidence: number
  place: Outline
  /** Whether a label says so, or it can be nothing else. */
  isSettled: boolean
}

export type PrintedFields = { [Name in PrintedFieldName]?: PrintedField }

/** The fields that matter as far as they can be told from print alone. `today` is `YYYY-MM-DD`. */
export function printedFields(text: TextReading, today: string): PrintedFields {
  const lines = printedLines(text)
  const labels = lines.flatMap((line) => {
    const label = labelOf(line.text)
    return label ? [{ label, line }] : []
  })
  return {
    ...dateFields(printedDates(lines, today), labels, today),
    ...valueField('surname', lines, labels, nameIn),
    ...valueField('givenNames', lines, labels, nameIn),
    ...valueField('documentNumber', lines, labels, numberIn),
    ...valueField('nationality', lines, labels, countryIn),
  }
}

interface Label {
  label: PrintedLabel
  line: PrintedLine
}

/** By their labels; without, a day still to come can only be the expiry, and of several days the first is the birth. */
function dateFields(dates: readonly PrintedDate[], labels: readonly Label[], today: string): PrintedFields {
  const fields: PrintedFields = {}
  const meanings = dates.map((date) => ({ date, label: labelOfDate(date, labels) }))
  for (const { date, label } of meanings) {
    if (label === 'birthDate' || label === 'expiryDate') keepSurest(fields, label, fieldOf(date, label, today, true))
  }
  const unlabelled = meanings.filter(({ label }) => label === null).map(({ date }) => date)
  const coming = unlabelled.filter(({ dates: days }) => days.every((day) => day > today))
  if (!fields.expiryDate && coming[0]) fields.expiryDate = fieldOf(coming[0], 'expiryDate', today, true)
  const first = [...unlabelled].sort((a, b) => (a.dates[0]! < b.dates[0]! ? -1 : 1))[0]
  if (!fields.birthDate && first && dates.length > 1) {
    fields.birthDate = fieldOf(first, 'birthDate', today, false)
  }
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field))
}

function labelOfDate({ line }: PrintedDate, labels: readonly Label[]): PrintedLabel | null {
  const own = labels.find((label) => label.line === line)
  if (own) return own.label
  const near = labels
    .filter(({ label }) => label === 'birthDate' || label === 'expiryDate' || label === 'issueDate')
    .filter((label) => isAnnouncedBy(line, label.line))
    .sort((a, b) => distance(a.line, line) - distance(b.line, line))
  return near[0]?.label ?? null
}

function fieldOf(
  { dates, confidence, place }: PrintedDate,
  label: 'birthDate' | 'expiryDate',
  today: string,
  isSettled: boolean,
): PrintedField | undefined {
  // No document is valid for so long that its expiry would lie further back.
  const longAgo = `${Number(today.slice(0, 4)) - 60}${today.slice(4)}`
  const possible = dates.filter((day) => (label === 'birthDate' ? day <= today : day > longAgo))
  const value = possible[0]
  return value ? { value, alternatives: possible, confidence, place, isSettled } : undefined
}

function keepSurest(fields: PrintedFields, name: PrintedFieldName, field: PrintedField | undefined): void {
  if (field && field.confidence > (fields[name]?.confidence ?? -1)) fields[name] = field
}

function distance(label: PrintedLine, value: PrintedLine): number {
  const across = Math.max(0, value.box[0] - label.box[2], label.box[0] - value.box[0])
  return across + Math.abs((value.box[1] + value.box[3] - label.box[1] - label.box[3]) / 2)
}

function valueField(
  name: PrintedFieldName,
  lines: readonly PrintedLine[],
  labels: readonly Label[],
  valueIn: (line: PrintedLine) => PrintedField | null,
): PrintedFields {
  const labelLines = labels.map(({ line }) => line)
  const found = labels
    .filter(({ label }) => label === name)
    .flatMap(({ line: label }) => {
      const below = lines
        .filter((line) => !labelLines.includes(line) && isAnnouncedBy(line, label))
        .sort((a, b) => distance(label, a) - distance(label, b))
      const value = below[0] && valueIn(below[0])
      return value ? [value] : []
    })
    .sort((a, b) => b.confidence - a.confidence)
  return found[0] ? { [name]: found[0] } : {}
}

function nameIn(line: PrintedLine): PrintedField | null {
  const words = line.words.filter(({ text }) => /^\p{L}[\p{L}'’.-]+,?$/u.test(text))
  if (words.length === 0) return null
  const value = words.map(({ text }) => text.replace(/,$/, '')).join(' ')
  return fieldOfWords(value, words)
}

function numberIn(line: PrintedLine): PrintedField | null {
  const word = line.words.find(({ text }) => isNumberLike(text))
  if (word) return fieldOfWords(bareLetters(word.text), [word])
  const whole = bareLetters(line.text)
  return line.words.length <= 4 && isNumberLike(whole) ? fieldOfWords(whole, line.words) : null
}

/** A country's code of three letters, as cards print it (o, u and v are read for O, U and V); nationalities in words are not read. */
function countryIn(line: PrintedLine): PrintedField | null {
  const word = line.words.find(({ text }) => /^[A-Zouv]{3}$/.test(text) && countryOfMrz(text.toUpperCase()) !== null)
  return word ? fieldOfWords(word.text.toUpperCase(), [word]) : null
}

/** Six to fourteen letters and digits, at least half of them digits. */
function isNumberLike(text: string): boolean {
  const bare = bareLetters(text)
  return bare.length >= 6 && bare.length <= 14 && bare.replace(/\D/g, '').length >= bare.length / 2
}

function fieldOfWords(value: string, words: PrintedLine['words']): PrintedField {
  const confidence = Math.min(...words.map((word) => word.confidence))
  return { value, alternatives: [value], confidence, place: placeOfWords(words), isSettled: true }
}
