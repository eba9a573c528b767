import { editDistance, likeness } from './likeness.ts'
import { type NamePart, namePartsOf, scriptOf, soundOf, undoubled } from './names.ts'

/** What a document says of its holder's name. */
export interface DocumentName {
  surname: string
  /** Null where none was found; `hasNoGiven` tells whether that says there is none. */
  givenNames: string | null
  hasNoGiven: boolean
  /** Whether a field of names is full, so that parts may be cut, written as initials or left out (Doc 9303-4, 4.2.3). */
  isCut: boolean
}

export interface NameLimits {
  /** Likeness 0..1 from which on two parts are spellings of one. */
  sameName: number
  /** Likeness up to which they are surely two, if more than one letter tells them apart. */
  otherName: number
}

export type NamePartName = 'surname' | 'given name' | 'name'

export interface NameComparison {
  verdict: 'same' | 'unsure' | 'differs'
  /** Likeness 0..1 of what decides: from `sameName` on the verdict is `same`. Null where nothing could be compared. */
  value: number | null
  /** Which part of the name decides. */
  part: NamePartName
  /** What is the matter with that part, as the end of a sentence that begins with it; of the same name what else there is to say, or null. */
  remark: string | null
  /** Whether names that are the same are spelt otherwise. */
  isSpeltOtherwise: boolean
}

type Field = 'surname' | 'given name'
type Relation = 'same' | 'spelling' | 'initial'

interface TheirPart extends NamePart {
  field: Field
}
interface Pair {
  own: NamePart
  theirs: TheirPart
  relation: Relation
  like: number
}

/**
 * Whether a name given at registration is the document's. A part of the surname and one of the given names have to be the same;
 * order doesn't matter, and either side may leave out further parts (middle names, one of two surnames) as long as the other doesn't
 * say something else there. An initial proves nothing, nor does it speak against anyone.
 */
export function compareNames(declared: string, document: DocumentName, limits: NameLimits): NameComparison {
  const script = scriptOf(declared)
  if (script === 'arabic' || script === 'other') return unsure('name', unread[script])
  const { pairs, own, theirs } = paired(declared, document, limits)
  const isWhole = namePartsOf(document.surname).every(isParticle)
  const holds = (field: Field) =>
    pairs.some(
      ({ theirs: part, relation }) =>
        part.field === field && relation !== 'initial' && (field !== 'surname' || isWhole || !isParticle(part)),
    )
  const surname = holds('surname')
  const given = holds('given name') || (document.hasNoGiven && own.length === 0)
  if (surname && given) return heldBoth(pairs, own, theirs)
  if (!surname && !given) return heldNeither(pairs, own, theirs, limits)
  const other = heldOne(surname ? 'given name' : 'surname', pairs, own, theirs, document, limits)
  if (other.verdict === 'differs' && script === 'transliterated') {
    return { ...other, verdict: 'unsure', remark: `${other.remark}, written in another script in the profile` }
  }
  return other
}

/** Begins surnames of many families: it makes none the same, unless it is the whole of one. */
const particles = new Set(
  'DE DEL DELLA DER DEN DI DA DAS DO DOS DU LA LE LAS LOS VAN VON ZU TEN TER AL EL BIN IBN BEN ABU SAN SANTA MC MAC O'.split(
    ' ',
  ),
)

function isParticle({ spellings }: NamePart): boolean {
  return particles.has(spellings[0]!)
}

const unread = {
  arabic: 'can’t be compared, the profile’s is in Arabic letters, which leave out vowels',
  other: 'can’t be compared, the profile’s is in another script',
}

/** Parts that both sides have beyond the ones that agree must not say different things. */
function heldBoth(pairs: readonly Pair[], own: readonly NamePart[], theirs: readonly TheirPart[]): NameComparison {
  const held = Math.min(...pairs.filter(({ relation }) => relation !== 'initial').map(({ like }) => like))
  if (own.length > 0 && theirs.length > 0) {
    const remark = `agrees but for “${textOf(theirs)}” and “${textOf(own)}”`
    return unsure('name', remark, nearest(own, theirs)!.like)
  }
  const remark =
    own.length > 0
      ? `“${textOf(own)}” is in the profile only`
      : theirs.length > 0
        ? `“${textOf(theirs)}” is on the document only`
        : null
  const isSpeltOtherwise = pairs.some(({ relation }) => relation === 'spelling')
  return { verdict: 'same', value: held, part: 'name', remark, isSpeltOtherwise }
}

/** One of surname and given name agrees, `missing` does not. */
function heldOne(
  missing: Field,
  pairs: readonly Pair[],
  own: readonly NamePart[],
  theirs: readonly TheirPart[],
  { hasNoGiven }: DocumentName,
  limits: NameLimits,
): NameComparison {
  const initial = pairs.find((pair) => pair.theirs.field === missing && pair.relation === 'initial')
  if (initial) {
    const where = initial.own.spellings.some(({ length }) => length === 1) ? 'in the profile' : 'on the document'
    return unsure(missing, `is only an initial ${where}`)
  }
  const candidates = theirs.filter(({ field }) => field === missing)
  if (own.length === 0) return unsure(missing, 'is missing in the profile')
  if (candidates.length === 0) {
    return unsure(missing, hasNoGiven ? 'in the profile is not on the document' : 'could not be read on the document')
  }
  const near = nearest(own, candidates)!
  return toldApart(missing, near, limits)
}

function heldNeither(
  pairs: readonly Pair[],
  own: readonly NamePart[],
  theirs: readonly TheirPart[],
  limits: NameLimits,
): NameComparison {
  const near = nearest(own, theirs)
  if (!near) return unsure('name', 'can’t be compared by initials alone')
  // Of a name of which an initial agrees, what doesn't is the other part.
  const initialOf = pairs[0]?.theirs.field
  const part = initialOf === 'surname' ? 'given name' : initialOf ? 'surname' : 'name'
  return toldApart(part, near, limits)
}

/** One letter may always be misread, or a mark that was lost; and Alex may be Alexander: that tells no two names apart. */
function toldApart(part: NamePartName, { like, edits, isShort }: Near, { otherName }: NameLimits): NameComparison {
  if (like > otherName || edits <= 1 || isShort) return unsure(part, 'is alike but not the same', like)
  return { verdict: 'differs', value: like, part, remark: 'differs', isSpeltOtherwise: false }
}

function unsure(part: NamePartName, remark: string, value: number | null = null): NameComparison {
  return { verdict: 'unsure', value, part, remark, isSpeltOtherwise: false }
}

/** Which parts are the same, the surest first, and what is left of both sides. */
function paired(
  declared: string,
  { surname, givenNames, isCut }: DocumentName,
  { sameName }: NameLimits,
): { pairs: Pair[]; own: NamePart[]; theirs: TheirPart[] } {
  const [family, first] = [namePartsOf(surname), namePartsOf(givenNames ?? '')]
  const whole = namePartsOf(declared)
  const ofField = (parts: readonly NamePart[], field: Field) =>
    inOnePiece(parts, whole).map((part) => ({ ...part, field }))
  let theirs = [...ofField(family, 'surname'), ...ofField(first, 'given name')]
  let own = inOnePiece(whole, theirs)
  const pairs = own
    .flatMap((mine) => theirs.flatMap((other) => pairOf(mine, other, isCut, sameName) ?? []))
    .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || b.like - a.like)
    .filter((pair) => {
      const isFree = own.includes(pair.own) && theirs.includes(pair.theirs)
      own = isFree ? own.filter((part) => part !== pair.own) : own
      theirs = isFree ? theirs.filter((part) => part !== pair.theirs) : theirs
      return isFree
    })
  return { pairs, own, theirs }
}

const order: readonly Relation[] = ['same', 'spelling', 'initial']

/** Neighbouring parts that the other side writes as one word (ANNA MARIA, Annamaria; O BRIEN, O’Brien) as one part. */
function inOnePiece(parts: readonly NamePart[], others: readonly NamePart[]): NamePart[] {
  const words = new Set(others.flatMap(({ spellings }) => spellings))
  for (const length of [3, 2]) {
    for (let from = 0; from + length <= parts.length; from++) {
      const run = parts.slice(from, from + length)
      const spellings = [0, -1].map((at) => run.map((part) => part.spellings.at(at)).join(''))
      if (!spellings.some((spelling) => words.has(spelling))) continue
      const piece = { text: run.map(({ text }) => text).join(' '), spellings: [...new Set(spellings)] }
      return [...parts.slice(0, from), piece, ...inOnePiece(parts.slice(from + length), others)]
    }
  }
  return [...parts]
}

function pairOf(own: NamePart, theirs: TheirPart, isCut: boolean, sameName: number): Pair | null {
  const some = (test: (mine: string, other: string) => boolean) =>
    own.spellings.some((mine) => theirs.spellings.some((other) => test(mine, other)))
  const is = (relation: Relation, like: number) => ({ own, theirs, relation, like })
  if (some((mine, other) => mine === other || (isCut && isBeginning(other, mine)))) {
    return is('same', 1)
  }
  if (some((mine, other) => soundsSame(mine, other))) return is('spelling', 1)
  const like = likenessOf(own, theirs)
  if (like >= sameName) return is('spelling', like)
  const isInitial = some(
    (mine, other) =>
      (Math.min(mine.length, other.length) === 1 && mine[0] === other[0]) || (isCut && mine.startsWith(other)),
  )
  return isInitial ? is('initial', like) : null
}

/** A beginning of fewer letters than this is no more than an initial. */
const shortestCut = 3
/** Of fewer letters too little is left to tell names apart: Jang and Yang are two. */
const shortestSound = 5

function soundsSame(mine: string, other: string): boolean {
  const sound = soundOf(mine)
  return undoubled(mine) === undoubled(other) || (sound.length >= shortestSound && sound === soundOf(other))
}

interface Near {
  like: number
  edits: number
  /** Whether one is how the other begins. */
  isShort: boolean
}

/** The two parts most alike. */
function nearest(own: readonly NamePart[], theirs: readonly NamePart[]): Near | null {
  const all = own.flatMap((mine) =>
    theirs.map((other) => ({
      like: likenessOf(mine, other),
      edits: least(mine, other, editDistance),
      isShort: least(mine, other, (a, b) => (isBeginning(a, b) || isBeginning(b, a) ? 0 : 1)) === 0,
    })),
  )
  return all.sort((a, b) => b.like - a.like)[0] ?? null
}

function isBeginning(short: string, long: string): boolean {
  return short.length >= shortestCut && long.startsWith(short)
}

function likenessOf(a: NamePart, b: NamePart): number {
  return -least(a, b, (mine, other) => -likeness(mine, other))
}

function least(a: NamePart, b: NamePart, measure: (mine: string, other: string) => number): number {
  return Math.min(...a.spellings.flatMap((mine) => b.spellings.map((other) => measure(mine, other))))
}

function textOf(parts: readonly NamePart[]): string {
  return parts.map(({ text }) => text).join(' ')
}
