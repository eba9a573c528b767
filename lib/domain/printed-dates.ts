import type { TextWord } from './artifacts.ts'
import { bareLetters, type PrintedLine, placeOfWords } from './printed-line.ts'
import type { Outline } from './region.ts'

/** A date as printed. `dates` are all days (`YYYY-MM-DD`) it may mean: day and month can be swapped, and centuries left out. */
export interface PrintedDate {
  dates: string[]
  text: string
  /** 0..1: of the word read least surely. */
  confidence: number
  place: Outline
  line: PrintedLine
}

/** First letters of the months in the languages of European and American documents, folded to A–Z. */
const months = [
  'JAN ENE GEN STY TAM SIJ LED IAN GIN',
  'FEB FEV LUT HEL VEL UNO VEE VAS FEV',
  'MAR MRZ MRT MAA OZU BRE KOV MAE MAERZ',
  'APR AVR ABR KWI HUH TRA DUB BAL',
  'MAY MAI MAG MEI MAJ TOU SVI KVE GEG MAIJ',
  'JUN JUIN GIU CZE KES LIP CRV BIR IUN JUNI',
  'JUL JUIL LUG LIP HEI SRP CVC LIE IUL JULI',
  'AUG AOU AGO SIE ELO KOL SRP AOUT',
  'SEP SET WRZ SYY RUJ ZAR RGS SEPT',
  'OCT OKT OTT OUT PAZ LOK LIS RIJ SPA',
  'NOV LIS MARR STU LAP NOI',
  'DEC DEZ DIC DES GRU JOU PRO GRD DET',
].map((names) => names.split(' '))

/** Numbers of the months a name may mean, 1–12: Lipiec and Lipanj begin alike. */
function monthsOf(name: string): number[] {
  const folded = bareLetters(name)
  if (folded.length < 3) return []
  return months.flatMap((names, index) => (names.some((known) => folded.startsWith(known)) ? [index + 1] : []))
}

const digit = '[0-9OoIlSsB]'
const numeric = new RegExp(
  `(?<![\\w])(${digit}{1,4})\\s?[-./ ]\\s?(${digit}{1,2})\\s?[-./ ]\\s?(${digit}{2,4})(?![\\w]|[-./]\\d)`,
  'g',
)
const named = new RegExp(
  `(?<![\\w])(${digit}{1,2})[-. ]{0,2}(?:${digit}{1,2}[-. ]{1,2})?(\\p{L}{3,9})\\.?(?:\\s?[/-]\\s?\\p{L}{3,9}\\.?)?[-. ]{0,2}(${digit}{4}|${digit}{2})(?![\\w])`,
  'gu',
)

/** Every date printed on these lines. `today` (`YYYY-MM-DD`) bounds the centuries left out to 100 years back and 30 ahead. */
export function printedDates(lines: readonly PrintedLine[], today: string): PrintedDate[] {
  return lines.flatMap((line) => {
    const found: PrintedDate[] = []
    for (const match of line.text.matchAll(numeric)) {
      const [a, b, c] = match.slice(1, 4).map(digits) as [string, string, string]
      // Only with a slash or a hyphen does the month ever come first.
      const american = /[-/]/.test(match[0]) ? ymd(c, a, b, today) : []
      add(found, line, match, [...ymd(a, b, c, today), ...ymd(c, b, a, today), ...american])
    }
    for (const match of line.text.matchAll(named)) {
      const [day, year] = [digits(match[1]!), digits(match[3]!)]
      add(
        found,
        line,
        match,
        monthsOf(match[2]!).flatMap((month) => ymd(year, String(month), day, today)),
      )
    }
    return found
  })
}

function add(found: PrintedDate[], line: PrintedLine, match: RegExpExecArray, dates: string[]): void {
  if (dates.length === 0) return
  const words = wordsAt(line, match.index, match.index + match[0].length)
  const confidence = Math.min(...words.map((word) => word.confidence))
  found.push({ dates: [...new Set(dates)], text: match[0], confidence, place: placeOfWords(words), line })
}

/** The words of a line that characters of its text belong to. */
function wordsAt(line: PrintedLine, from: number, to: number): TextWord[] {
  let at = 0
  return line.words.filter(({ text }) => {
    const [start, end] = [at, at + text.length]
    at = end + 1
    return start < to && end > from
  })
}

/** Letters that are read where digits stand. */
function digits(text: string): string {
  return text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1').replace(/[Ss]/g, '5').replace(/B/g, '8')
}

function ymd(year: string, month: string, day: string, today: string): string[] {
  if (year.length !== 4 && year.length !== 2) return []
  if (month.length > 2 || day.length > 2) return []
  const thisYear = Number(today.slice(0, 4))
  const years = year.length === 4 ? [year] : [`19${year}`, `20${year}`]
  return years
    .filter((full) => Number(full) > thisYear - 120 && Number(full) <= thisYear + 30)
    .map((full) => `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isDay)
}

function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
}
