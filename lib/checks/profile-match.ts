import type { Declared, MrzReading } from '#lib/domain/artifacts'
import { documentCaptureKinds } from '#lib/domain/capture'
import { documentFacts, type Fact, factForDetail } from '#lib/domain/document-facts'
import { namesMayBeCut } from '#lib/domain/mrz-fields'
import { isInLatinLetters, matchNames } from '#lib/domain/names'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** One thing declared, held against the document. `certain` tells whether the document's side was read surely. */
interface Held {
  field: 'name' | 'birthDate'
  document: string
  declared: string
  /** Null where it can't be compared: the profile's name is in another script. */
  likeness: number | null
  certain: boolean
  facts: Fact[]
}

/** Whether the document is of the person the client knows: name and birth date. */
export const profileMatch = defineCheck({
  id: 'profile-match',
  version: 2,
  group: 'content',
  title: { pass: 'Document fits the profile', fail: 'Document differs from the profile' },
  description: 'The name and birth date given at registration must be those on the document.',
  method:
    'Names are compared without marks as in machine-readable zones (Doc 9303), part by part in any order; middle names may be left out and long names cut. Birth dates must be equal.',
  limits: [
    'Changed surnames and nicknames differ.',
    'Of names that are merely alike, of profiles in other scripts than Latin, and of fields read unsurely, the check can’t tell.',
  ],
  suggests: ['data_mismatch_profile'],
  unit: 'likeness 0–1',
  appliesTo: documentCaptureKinds,
  needs: ['declared', 'mrz', 'text'],
  thresholds: {
    sameName: {
      value: 0.85,
      unit: 'likeness 0–1',
      source: 'docs/decisions/014: one letter in seven may be misread or spelt otherwise',
    },
    otherName: { value: 0.7, unit: 'likeness 0–1', source: 'docs/decisions/014: invented persons reach 0.6' },
  },
  run: ({ declared, mrz, text }, { sameName, otherName }) => {
    const nothing = { score: null, value: null, threshold: sameName }
    if (!declared.name && !declared.birthDate) {
      return { ...nothing, outcome: 'not_applicable', summary: 'Neither a name nor a birth date was declared.' }
    }
    const facts = documentFacts(mrz, text, declared.receivedAt.slice(0, 10))
    const held = [...heldName(declared, facts, mrz), ...heldBirth(declared, facts)]
    const detail = {
      differences: held.map(({ field, document, declared: given, likeness }) => ({
        field,
        document,
        declared: given,
        matches: likeness !== null && likeness >= sameName,
      })),
      fields: held.flatMap((one) => one.facts).map(factForDetail),
    }
    const differs = ({ certain, likeness }: Held) => certain && likeness !== null && likeness <= otherName
    // What surely differs decides, and not what is further off but was read unsurely.
    const telling = held.find(differs) ?? [...held].sort((a, b) => (a.likeness ?? 0) - (b.likeness ?? 0))[0]
    if (!telling) {
      const summary = 'What was declared could not be read on this side.'
      return { ...nothing, outcome: 'inconclusive', summary, detail }
    }
    const { likeness, certain } = telling
    const value = likeness === null ? null : Math.round(100 * likeness) / 100
    const measured = { score: likeness === null ? null : 100 * likeness ** 2, value, threshold: sameName, detail }
    const what = telling.field === 'name' ? 'name' : 'birth date'
    const both = `“${telling.document}” on the document, “${telling.declared}” in the profile`
    if (likeness !== null && likeness >= sameName) {
      const agree =
        held.length > 1 ? 'Name and birth date agree with the profile' : `The ${what} agrees with the profile`
      const summary = !held.every((one) => one.certain)
        ? `The ${what} seems to agree, read unsurely: ${both}.`
        : likeness === 1
          ? `${agree}.`
          : `${agree}, the name but for its spelling: ${both}.`
      return { ...measured, outcome: 'pass', summary }
    }
    const regions = telling.facts.map(({ place }) => ({ points: place.map(clampPoint), value }))
    if (!differs(telling)) {
      const why =
        likeness === null
          ? 'can’t be compared, the profile’s is in another script'
          : certain
            ? 'is alike but not the same'
            : 'was read unsurely and seems to differ'
      const summary = `The ${what} ${why}: ${both}.`
      return { ...measured, outcome: 'inconclusive', score: null, summary, regions }
    }
    const summary = `The ${what} differs: ${both}.`
    return { ...measured, outcome: 'fail', summary, reasons: ['data_mismatch_profile'], regions }
  },
})

function heldName({ name }: Declared, facts: readonly Fact[], mrz: MrzReading | null): Held[] {
  const surname = facts.find((fact) => fact.name === 'surname')
  if (!name || !surname) return []
  const given = facts.find((fact) => fact.name === 'givenNames')
  const isCut = surname.source === 'mrz' && mrz !== null && namesMayBeCut(mrz)
  const { value, holdsSurname } = matchNames(name, surname.value, given?.value ?? '', isCut)
  const own = given ? [surname, given] : [surname]
  return [
    {
      field: 'name',
      document: own.map((fact) => fact.value).join(', '),
      declared: name,
      likeness: !isInLatinLetters(name) ? null : holdsSurname ? value : Math.min(value, 0.5),
      certain: own.every((fact) => fact.isCertain),
      facts: own,
    },
  ]
}

function heldBirth({ birthDate }: Declared, facts: readonly Fact[]): Held[] {
  const fact = facts.find(({ name }) => name === 'birthDate')
  if (!birthDate || !fact) return []
  const likeness = fact.alternatives.some((day) => birthDate.startsWith(day)) ? 1 : 0
  return [
    { field: 'birthDate', document: fact.value, declared: birthDate, likeness, certain: fact.isCertain, facts: [fact] },
  ]
}
