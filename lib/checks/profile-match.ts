import type { Declared, MrzReading } from '#lib/domain/artifacts'
import { documentCaptureKinds } from '#lib/domain/capture'
import { documentFacts, type Fact, factForDetail } from '#lib/domain/document-facts'
import { matchNames } from '#lib/domain/names'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** One thing declared, held against the document. `certain` tells whether the document's side was read surely. */
interface Held {
  field: 'name' | 'birthDate'
  document: string
  declared: string
  likeness: number
  certain: boolean
  facts: Fact[]
}

/** Whether the document is of the person the client knows: name and birth date. */
export const profileMatch = defineCheck({
  id: 'profile-match',
  version: 1,
  group: 'content',
  title: { pass: 'Document fits the profile', fail: 'Document differs from the profile' },
  description: 'The name and birth date given at registration must be those on the document.',
  method:
    'Names are compared without marks as in machine-readable zones (Doc 9303), part by part in any order; middle names may be left out and long names cut. Birth dates must be equal.',
  limits: [
    'Changed surnames, nicknames and names in other scripts differ.',
    'Of names that are merely alike, and of fields read unsurely, the check can’t tell.',
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
        matches: likeness >= sameName,
      })),
      fields: held.flatMap((one) => one.facts).map(factForDetail),
    }
    const worst = [...held].sort((a, b) => a.likeness - b.likeness)[0]
    if (!worst) {
      const summary = 'What was declared could not be read on this side.'
      return { ...nothing, outcome: 'inconclusive', summary, detail }
    }
    const value = Math.round(100 * worst.likeness) / 100
    const measured = { score: 100 * worst.likeness ** 2, value, threshold: sameName, detail }
    const what = worst.field === 'name' ? 'name' : 'birth date'
    const both = `“${worst.document}” on the document, “${worst.declared}” in the profile`
    if (worst.likeness >= sameName) {
      const summary = held.every(({ certain }) => certain)
        ? `${held.length > 1 ? 'Name and birth date agree' : `The ${what} agrees`} with the profile.`
        : `The ${what} seems to agree, read unsurely: ${both}.`
      return { ...measured, outcome: 'pass', summary }
    }
    const regions = worst.facts.map(({ place }) => ({ points: place.map(clampPoint), value }))
    if (!worst.certain || worst.likeness > otherName) {
      const why = worst.certain ? 'is alike but not the same' : 'was read unsurely and seems to differ'
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
  const isCut =
    surname.source === 'mrz' && mrz !== null && mrz.lines.some((line) => /[A-Z]$/.test(line) && line.includes('<<'))
  const { value, holdsSurname } = matchNames(name, surname.value, given?.value ?? '', isCut)
  const own = given ? [surname, given] : [surname]
  return [
    {
      field: 'name',
      document: own.map((fact) => fact.value).join(', '),
      declared: name,
      likeness: holdsSurname ? value : Math.min(value, 0.5),
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
