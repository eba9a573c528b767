import { likeness } from './likeness.ts'
import { transliterate, transliterated } from './mrz.ts'

/** A name's parts in the spellings they may have without marks: by Doc 9303 (Ü as UE), and with the marks just left out (Ü as U). */
export function namePartsOf(name: string): string[][] {
  return name
    .split(/[-\s,]+/)
    .map((part) => [...new Set([letters(transliterate(part)), [...part].map(bareLetter).join('')])])
    .map((spellings) => spellings.filter((spelling) => spelling.length > 0))
    .filter((spellings) => spellings.length > 0)
}

function letters(text: string): string {
  return text.replace(/[^A-Z]/g, '')
}

/** The stroke of Ø is left out like a mark; letters that are none with a mark stay written out. */
function bareLetter(letter: string): string {
  const large = letter.normalize('NFC').toUpperCase()
  if (large === 'Ø') return 'O'
  return letters(large.normalize('NFD')) || letters(transliterated[large] ?? '')
}

/** True for a name all of whose letters are Latin, whatever their marks: others can't be compared letter by letter. */
export function isInLatinLetters(name: string): boolean {
  return [...name].every((letter) => !/\p{L}/u.test(letter) || /\p{Script=Latin}/u.test(letter))
}

/** How well the parts of two names agree, 0..1; order, middle names left out and cut-off ends don't matter, the surname does. */
export interface NameMatch {
  value: number
  /** Whether a part of the surname is among the parts that agree. */
  holdsSurname: boolean
}

/**
 * The parts most alike are paired first; what the longer name has besides is left out. `isCut` where the document's parts may be
 * beginnings alone.
 */
export function matchNames(declared: string, surname: string, givenNames: string, isCut = false): NameMatch {
  const own = namePartsOf(declared)
  const [family, given] = [namePartsOf(surname), namePartsOf(givenNames)]
  const theirs = [...family, ...given]
  if (own.length === 0 || theirs.length === 0) return { value: 0, holdsSurname: false }
  const pairs = own
    .flatMap((a, i) => theirs.map((b, j) => ({ i, j, like: likenessOf(a, b, isCut) })))
    .sort((a, b) => b.like - a.like)
  const [usedOwn, usedTheirs] = [new Set<number>(), new Set<number>()]
  const agreed: { j: number; like: number }[] = []
  for (const { i, j, like } of pairs) {
    if (usedOwn.has(i) || usedTheirs.has(j)) continue
    usedOwn.add(i)
    usedTheirs.add(j)
    agreed.push({ j, like })
  }
  // Parts may be written as one word (Annamaria), in a name that begins with either.
  const inOneWord = (parts: readonly string[][]) => parts.map(([spelling]) => spelling).join('')
  const joined = likenessOf([inOneWord(own)], [inOneWord(theirs), inOneWord([...given, ...family])], false)
  const value = Math.max(joined, agreed.reduce((sum, { like }) => sum + like, 0) / agreed.length)
  const holdsSurname = joined > 0.9 || agreed.some(({ j, like }) => j < family.length && like >= 0.75)
  return { value, holdsSurname }
}

function likenessOf(a: readonly string[], b: readonly string[], isCut: boolean): number {
  let best = 0
  for (const one of a) {
    for (const other of b) {
      const isInitial = Math.min(one.length, other.length) === 1 && one[0] === other[0]
      const isBeginning = isInitial || (isCut && other.length >= 3 && one.startsWith(other))
      best = Math.max(best, isBeginning ? 1 : likeness(one, other))
    }
  }
  return best
}
