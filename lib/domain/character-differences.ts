import { transliterated } from './mrz.ts'

/** A stretch of a text held against another: as there, otherwise than there, or left out here (`text` is then the other's). */
export interface TextStretch {
  text: string
  kind: 'same' | 'differs' | 'missing'
}

/**
 * Where `text` differs from `reference`, character by character. Case, marks, spaces and punctuation are no difference, nor is a
 * letter written out as machine-readable zones do (Ü as UE), so that print can be held against a zone.
 */
export function characterDifferences(text: string, reference: string): TextStretch[] {
  const ways = [spelledBare, spelledOut]
  const alignments = ways.flatMap((spell) => ways.map((spellOther) => align(spell(text), spellOther(reference))))
  return stretches(
    [...text],
    alignments.reduce((best, one) => (one.cost < best.cost ? one : best)),
  )
}

/** True where nothing but case, marks, spaces and ways of writing a letter differ. */
export function readsTheSame(text: string, reference: string): boolean {
  return characterDifferences(text, reference).every(({ kind }) => kind === 'same')
}

/** The differences for whoever can't see them marked; null where there are none. */
export function differencesInWords(parts: readonly TextStretch[]): string | null {
  const words = parts.flatMap(({ text, kind }, at) => {
    if (kind === 'differs') {
      const next = parts[at + 1]
      return next?.kind === 'missing' ? [`“${text}” instead of “${next.text}”`] : [`“${text}” is not in the other`]
    }
    return kind === 'missing' && parts[at - 1]?.kind !== 'differs' ? [`“${text}” is missing`] : []
  })
  return words.length > 0 ? words.join(', ') : null
}

/** A letter to compare, and which character of the text it was spelled from. */
interface Letter {
  letter: string
  from: number
}

function spelledBare(text: string): Letter[] {
  return [...text].flatMap((character, from) => lettersOf(character).map((letter) => ({ letter, from })))
}

function spelledOut(text: string): Letter[] {
  return [...text].flatMap((character, from) => {
    const written = transliterated[character.normalize('NFC').toUpperCase()]
    return (written ? [...written] : lettersOf(character)).map((letter) => ({ letter, from }))
  })
}

function lettersOf(character: string): string[] {
  return [...character.normalize('NFD').toUpperCase()].filter((one) => /[\p{L}\p{N}]/u.test(one))
}

interface Alignment {
  cost: number
  /** Characters of the text that hold a letter or digit. */
  lettered: Set<number>
  /** Those of them the reference has not, or not there. */
  differing: Set<number>
  /** Letters the text lacks, by the character they would follow (-1 before the first). */
  missing: Map<number, string>
}

/** Fewest changes that make one of the other (Levenshtein), and the way there. */
function align(text: readonly Letter[], reference: readonly Letter[]): Alignment {
  const costs = costTable(text, reference)
  const differing = new Set<number>()
  const missing = new Map<number, string>()
  const lack = (after: number, letter: string) => missing.set(after, letter + (missing.get(after) ?? ''))
  let [i, j] = [text.length, reference.length]
  while (i > 0 || j > 0) {
    const [own, other] = [text[i - 1], reference[j - 1]]
    const change = own?.letter === other?.letter ? 0 : 1
    if (own && other && costs[i]![j] === costs[i - 1]![j - 1]! + change) {
      if (change) differing.add(own.from)
      if (change) lack(own.from, other.letter)
      i--
      j--
    } else if (own && costs[i]![j] === costs[i - 1]![j]! + 1) {
      differing.add(own.from)
      i--
    } else {
      lack(own?.from ?? -1, other!.letter)
      j--
    }
  }
  return {
    cost: costs[text.length]![reference.length]!,
    lettered: new Set(text.map(({ from }) => from)),
    differing,
    missing,
  }
}

function costTable(text: readonly Letter[], reference: readonly Letter[]): number[][] {
  const costs = [Array.from({ length: reference.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= text.length; i++) {
    const row = [i]
    for (let j = 1; j <= reference.length; j++) {
      const change = text[i - 1]!.letter === reference[j - 1]!.letter ? 0 : 1
      row.push(Math.min(costs[i - 1]![j]! + 1, row[j - 1]! + 1, costs[i - 1]![j - 1]! + change))
    }
    costs.push(row)
  }
  return costs
}

/** Characters in a row that fare alike become one stretch; what lies between letters goes with the one before it. */
function stretches(characters: readonly string[], { lettered, differing, missing }: Alignment): TextStretch[] {
  const result: TextStretch[] = []
  const add = (text: string, kind: TextStretch['kind']) => {
    const last = result.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text) result.push({ text, kind })
  }
  const kindOf = (at: number) => {
    if (lettered.has(at)) return differing.has(at) ? 'differs' : 'same'
    return result.at(-1)?.kind === 'differs' ? 'differs' : 'same'
  }
  add(missing.get(-1) ?? '', 'missing')
  for (const [at, character] of characters.entries()) {
    add(character, kindOf(at))
    add(missing.get(at) ?? '', 'missing')
  }
  return result
}
