import { allowedCharacters, mrzAlphabet } from './mrz-alphabet.ts'
import { type MrzCheckDigit, mrzCheckDigits } from './mrz-check-digits.ts'
import type { MrzFormat } from './mrz-format.ts'

/** By line, the chance of each character at each place: row-major `places × 37`, rows summing to 1. */
export type MrzChances = readonly ArrayLike<number>[]

export interface DecodedMrz {
  lines: string[]
  /** 0..1 for each character, by line: how surely it reads so, its check digit counted in where that holds. */
  confidences: number[][]
}

/**
 * How much likelier a reading becomes by its check digit holding: nearly all real documents hold (97 %), one misreading in ten
 * does by chance. Readings this much less likely to the eye are preferred where their digit holds, and no others.
 */
const holdingOdds = 0.97 / 0.1 / (0.03 / 0.9)
/** Alternatives to the likeliest character that are weighed at all. */
const minAlternative = 0.004

/** Below this share of all that was seen, what may stand in a place was hardly seen there. */
const minSeen = 0.05

const index = new Map([...mrzAlphabet].map((character, i) => [character, i]))

/**
 * The likeliest text of a machine-readable zone given what was seen of each character, what may stand where, and that check
 * digits usually hold. A text is never bent into holding against clear print: the doubtful character keeps its own low confidence.
 */
export function decodeMrz(format: MrzFormat, printed: MrzChances): DecodedMrz {
  const first = likeliest(printed, allowedCharacters(format, []))
  const allowed = asSeen(allowedCharacters(format, first), printed)
  const chances = expected(printed, allowed)
  const lines = likeliest(chances, allowed)
  const certain = new Set<string>()
  for (const { field } of mrzCheckDigits({ format, lines })) {
    const digit = mrzCheckDigits({ format, lines }).find((one) => one.field === field)!
    if (!digit.holds) settle(lines, digit, chances, allowed, certain)
    if (mrzCheckDigits({ format, lines }).find((one) => one.field === field)?.holds) {
      for (const [line, at] of placesOf(digit)) certain.add(`${line}:${at}`)
    }
  }
  return { lines, confidences: confidencesOf(format, lines, chances, allowed) }
}

function likeliest(chances: MrzChances, allowed: readonly (readonly string[])[]): string[] {
  return allowed.map((places, line) =>
    places
      .map((characters, at) =>
        [...characters].reduce((a, b) => (seen(chances, line, at, b) > seen(chances, line, at, a) ? b : a)),
      )
      .join(''),
  )
}

/** Letters that issuers avoid in numbers since they look like 0 and 1: how much rarer than other characters they are there. */
const rarity: Record<string, number> = { O: 0.15, Q: 0.3, I: 0.3 }

/** Chances with what is known before looking: places open to letters and digits alike seldom hold O, Q or I. */
function expected(chances: MrzChances, allowed: readonly (readonly string[])[]): number[][] {
  return chances.map((line, i) =>
    Array.from(line, (chance, k) => {
      const open = allowed[i]![Math.floor(k / mrzAlphabet.length)] === mrzAlphabet
      return open ? chance * (rarity[mrzAlphabet[k % mrzAlphabet.length]!] ?? 1) : chance
    }),
  )
}

/** Characters of like shape on either side: print in one place, read as its twin, was meant as the other. */
const twins: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
  0: 'O',
  1: 'I',
  2: 'Z',
  5: 'S',
  6: 'G',
  8: 'B',
}

/** Opens a place to every character where print clearly goes against the standard: what is printed is read, and then fails. */
function asSeen(allowed: readonly (readonly string[])[], chances: MrzChances): string[][] {
  return allowed.map((places, line) =>
    places.map((characters, at) => {
      const share = [...characters].reduce((sum, one) => sum + seen(chances, line, at, one), 0)
      if (share > minSeen) return characters
      const clearest = [...mrzAlphabet].reduce((a, b) =>
        seen(chances, line, at, b) > seen(chances, line, at, a) ? b : a,
      )
      return characters.includes(twins[clearest] ?? '-') ? characters : mrzAlphabet
    }),
  )
}

function seen(chances: MrzChances, line: number, at: number, character: string): number {
  return chances[line]![at * mrzAlphabet.length + index.get(character)!]!
}

function placesOf({ covers, digit }: Pick<MrzCheckDigit, 'covers' | 'digit'>): [line: number, at: number][] {
  return [...covers, digit].flatMap(({ line, start, end }) =>
    Array.from({ length: end - start }, (_, k) => [line, start + k] as [number, number]),
  )
}

interface Way {
  cost: number
  text: string
}

const weights = [7, 3, 1] as const

/**
 * Changes the covered characters, and the digit, into the likeliest text that holds, unless that text is too unlikely. Keeps the
 * best way to reach each remainder, character by character.
 */
function settle(
  lines: string[],
  digit: MrzCheckDigit,
  chances: MrzChances,
  allowed: readonly (readonly string[])[],
  certain: ReadonlySet<string>,
): void {
  const places = placesOf(digit)
  let ways = new Map<number, Way>([[0, { cost: 0, text: '' }]])
  places.forEach(([line, at], k) => {
    const isDigit = k === places.length - 1
    const next = new Map<number, Way>()
    for (const { character, cost } of alternatives(lines, line, at, chances, allowed, certain)) {
      const value = worthOf(character)
      for (const [remainder, way] of ways) {
        if (isDigit && (character === '<' || value !== remainder)) continue
        const reached = isDigit ? 0 : (remainder + value * weights[k % 3]!) % 10
        const total = way.cost + cost
        if (total < (next.get(reached)?.cost ?? Number.POSITIVE_INFINITY)) {
          next.set(reached, { cost: total, text: way.text + character })
        }
      }
    }
    ways = next
  })
  const best = ways.get(0)
  if (!best || best.cost > Math.log(holdingOdds)) return
  places.forEach(([line, at], k) => {
    lines[line] = lines[line]!.slice(0, at) + best.text[k] + lines[line]!.slice(at + 1)
  })
}

/** Characters to weigh at one place, with how much less likely each is than the one read, in nats. */
function alternatives(
  lines: readonly string[],
  line: number,
  at: number,
  chances: MrzChances,
  allowed: readonly (readonly string[])[],
  certain: ReadonlySet<string>,
): { character: string; cost: number }[] {
  const read = lines[line]![at]!
  if (certain.has(`${line}:${at}`)) return [{ character: read, cost: 0 }]
  const top = Math.max(seen(chances, line, at, read), 1e-6)
  return [...allowed[line]![at]!]
    .map((character) => ({ character, chance: seen(chances, line, at, character) }))
    .filter(({ character, chance }) => character === read || chance / top > minAlternative)
    .map(({ character, chance }) => ({ character, cost: Math.log(top / Math.max(chance, 1e-6)) }))
}

function confidencesOf(
  format: MrzFormat,
  lines: readonly string[],
  chances: MrzChances,
  allowed: readonly (readonly string[])[],
): number[][] {
  const confidences = lines.map((text, line) =>
    [...text].map((character, at) => {
      const share = [...allowed[line]![at]!].reduce((sum, one) => sum + seen(chances, line, at, one), 0)
      return (seen(chances, line, at, character) / Math.max(share, 1e-9)) * Math.min(1, share / minSeen)
    }),
  )
  for (const digit of mrzCheckDigits({ format, lines: [...lines] })) {
    if (!digit.holds) continue
    for (const [line, at] of placesOf(digit)) {
      // What counts the same would have held as well, and of anything else one misreading in ten.
      const same = sameValue(lines[line]![at]!).reduce((sum, one) => sum + seen(chances, line, at, one), 0)
      const sure = confidences[line]![at]!
      const doubt = Math.min(1 - sure, same)
      confidences[line]![at] = sure / (sure + doubt + 0.1 * (1 - sure - doubt))
    }
  }
  return confidences
}

/** Other characters that a check digit can't tell from this one. */
function sameValue(character: string): string[] {
  return [...mrzAlphabet].filter((one) => one !== character && worthOf(one) % 10 === worthOf(character) % 10)
}

function worthOf(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36)
}

/**
 * How well characters fit their places, in nats: the logarithm of the chance of the likeliest that may stand there, summed. A TD2
 * may also be laid out as the old French card.
 */
export function fitToFormat(format: MrzFormat, line: number, chances: ArrayLike<number>): number {
  const layouts = format === 'TD2' ? [[], ['IDFRA']] : [[]]
  return Math.max(...layouts.map((begun) => fitToPlaces(allowedCharacters(format, begun)[line]!, chances)))
}

function fitToPlaces(allowed: readonly string[], chances: ArrayLike<number>): number {
  return allowed.reduce((sum, characters, at) => {
    const best = [...characters].reduce(
      (top, one) => Math.max(top, chances[at * mrzAlphabet.length + index.get(one)!]!),
      0,
    )
    return sum + Math.log(Math.max(best, 0.01))
  }, 0)
}
