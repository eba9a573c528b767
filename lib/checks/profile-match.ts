import type { Declared } from '#lib/domain/artifacts'
import { documentCaptureKinds } from '#lib/domain/capture'
import { compareNames, type NameLimits } from '#lib/domain/compare-names'
import { documentFacts, type Fact, factForDetail } from '#lib/domain/document-facts'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** One thing declared, held against the document. */
interface Held {
  field: 'name' | 'birthDate'
  verdict: 'same' | 'unsure' | 'differs'
  /** Null where it can't be compared. */
  value: number | null
  document: string
  declared: string
  /** What it is called in a sentence, and what is the matter with it. */
  part: string
  remark: string | null
  isSpeltOtherwise: boolean
  /** Whether the document's side was read surely. */
  isCertain: boolean
  facts: Fact[]
}

/** Whether the document is of the person the client knows: name and birth date. */
export const profileMatch = defineCheck({
  id: 'profile-match',
  version: 3,
  group: 'content',
  title: { pass: 'Document fits the profile', fail: 'Document differs from the profile' },
  description: 'The name and birth date given at registration must be those on the document.',
  method:
    'A part of the surname and a given name have to be the same, in any order and without marks as in machine-readable zones (Doc 9303); further parts may be left out on one side, and cut where the zone is full. Zone, a North American card’s barcode and print are asked in this order. Cyrillic and Greek names are compared in the Latin spellings that states give them. Birth dates must be equal.',
  limits: [
    'Changed surnames and nicknames differ.',
    'Of names that are merely alike, of initials, of parts that differ beside ones that agree, of profiles in other scripts and of fields read unsurely, the check can’t tell.',
    'A name in Cyrillic or Greek letters fails only where surname and given name both differ: spellings in Latin letters are many.',
  ],
  suggests: ['data_mismatch_profile'],
  unit: 'likeness 0–1',
  appliesTo: documentCaptureKinds,
  needs: ['declared', 'mrz', 'barcodes', 'text'],
  thresholds: {
    sameName: {
      value: 0.85,
      unit: 'likeness 0–1',
      source: 'docs/decisions/014: one letter in seven may be misread or spelt otherwise',
    },
    otherName: { value: 0.7, unit: 'likeness 0–1', source: 'docs/decisions/014: invented persons reach 0.6' },
  },
  run: ({ declared, mrz, barcodes, text }, limits) => {
    const nothing = { score: null, value: null, threshold: limits.sameName }
    if (!declared.name && !declared.birthDate) {
      return { ...nothing, outcome: 'not_applicable', summary: 'Neither a name nor a birth date was declared.' }
    }
    const facts = documentFacts(mrz, text, declared.receivedAt.slice(0, 10), barcodes)
    const held = [...heldName(declared, facts, limits), ...heldBirth(declared, facts)]
    const detail = {
      differences: held.map(({ field, document, declared: given, verdict }) => ({
        field,
        document,
        declared: given,
        matches: verdict === 'same',
      })),
      fields: held.flatMap((one) => one.facts).map(factForDetail),
    }
    const telling = tellingOf(held)
    if (!telling) {
      const summary = 'What was declared could not be read on this side.'
      return { ...nothing, outcome: 'inconclusive', summary, detail }
    }
    const value = telling.value === null ? null : Math.round(100 * telling.value) / 100
    const measured = { score: value === null ? null : 100 * value ** 2, value, threshold: limits.sameName, detail }
    if (telling.verdict === 'same') return { ...measured, outcome: 'pass', summary: agreement(held) }
    const regions = telling.facts.map(({ place }) => ({ points: place.map(clampPoint), value }))
    const summary = `The ${telling.part} ${remarkOf(telling)}: ${bothOf(telling)}.`
    if (isSurelyOther(telling)) {
      return { ...measured, outcome: 'fail', summary, reasons: ['data_mismatch_profile'], regions }
    }
    return { ...measured, outcome: 'inconclusive', score: null, summary, regions }
  },
})

/** What surely differs decides, before what can't be told; and where all agree, what agrees least. */
function tellingOf(held: readonly Held[]): Held | undefined {
  const unlike = [...held].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  return held.find(isSurelyOther) ?? unlike.find(({ verdict }) => verdict !== 'same') ?? unlike[0]
}

function isSurelyOther({ verdict, isCertain }: Held): boolean {
  return verdict === 'differs' && isCertain
}

function remarkOf({ verdict, isCertain, remark }: Held): string | null {
  return verdict === 'differs' && !isCertain ? 'was read unsurely and seems to differ' : remark
}

function bothOf({ document, declared }: Held): string {
  return `“${document}” on the document, “${declared}” in the profile`
}

/** The sentence where all that could be compared is the same. */
function agreement(held: readonly Held[]): string {
  const what = held.length > 1 ? 'Name and birth date' : `The ${held[0]!.part}`
  const unsure = held.find(({ isCertain }) => !isCertain)
  if (unsure) return `The ${unsure.part} seems to agree, read unsurely: ${bothOf(unsure)}.`
  const name = held.find(({ field }) => field === 'name')
  const agree = `${what} ${held.length > 1 ? 'agree' : 'agrees'} with the profile`
  if (name?.isSpeltOtherwise) return `${agree}, the name but for its spelling: ${bothOf(name)}.`
  return name?.remark ? `${agree}; ${name.remark}.` : `${agree}.`
}

function heldName({ name }: Declared, facts: readonly Fact[], limits: NameLimits): Held[] {
  const surname = facts.find((fact) => fact.name === 'surname')
  if (!name || !surname) return []
  const given = facts.find((fact) => fact.name === 'givenNames')
  const compared = compareNames(
    name,
    {
      surname: surname.value,
      givenNames: given?.value ?? null,
      // A holder with one name has only a surname in a zone (Doc 9303-3, 4.6), as in a barcode; in print the other may be missed.
      hasNoGiven: surname.source !== 'print' && !given,
      isCut: surname.mayBeCut,
    },
    limits,
  )
  const own = given ? [surname, given] : [surname]
  const asked = own.filter((fact) => compared.part === 'name' || (compared.part === 'surname') === (fact === surname))
  return [
    {
      field: 'name',
      ...compared,
      document: own.map((fact) => fact.value).join(', '),
      declared: name,
      isCertain: own.every((fact) => fact.isCertain),
      facts: asked.length > 0 ? asked : own,
    },
  ]
}

function heldBirth({ birthDate }: Declared, facts: readonly Fact[]): Held[] {
  const fact = facts.find(({ name }) => name === 'birthDate')
  if (!birthDate || !fact) return []
  const isSame = fact.alternatives.some((day) => birthDate.startsWith(day))
  return [
    {
      field: 'birthDate',
      verdict: isSame ? 'same' : 'differs',
      value: isSame ? 1 : 0,
      document: fact.value,
      declared: birthDate,
      part: 'birth date',
      remark: 'differs',
      isSpeltOtherwise: false,
      isCertain: fact.isCertain,
      facts: [fact],
    },
  ]
}
