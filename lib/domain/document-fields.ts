import { daysUntil, fullYears } from './calendar.ts'
import { characterDifferences, differencesInWords, readsTheSame } from './character-differences.ts'
import { countryName } from './country.ts'
import {
  type DocumentField,
  type DocumentFieldName,
  documentFieldNames,
  type FieldAgreement,
  type FieldCorrection,
  type FieldReading,
  type FieldSource,
} from './document-field.ts'
import type { FieldReadings } from './document-readings.ts'
import { editDistance } from './likeness.ts'

/** What was said of the document and its holder before anyone looked. */
export interface DeclaredFields {
  name: string | null
  birthDate: string | null
  /** ISO 3166-1 alpha-3 of the country that issued the document. */
  country: string | null
}

export type FieldCorrections = Partial<Record<DocumentFieldName, FieldCorrection>>

/** Every field with all that is said of it, each source held against the value in force. */
export function documentFields(
  readings: FieldReadings,
  declared: DeclaredFields,
  corrections: FieldCorrections,
): DocumentField[] {
  return documentFieldNames.map((name) => {
    const { mrz, print } = readings[name] ?? {}
    const correction = corrections[name] ?? null
    const value = correction?.value ?? machineValue(readings, name)
    const given = declaredValue(name, declared, value)
    const sources = [
      ...[mrz, print].flatMap((reading) => (reading ? [readSource(name, reading, value)] : [])),
      ...(given ? [declaredSource(given, value ?? given)] : []),
    ]
    return { name, value, meaning: meaningOf(name, value), agreement: agreementOf(sources), sources, correction }
  })
}

/** What the machine takes a field to be: the zone's reading where it is certain, then print's. Null where nothing was read. */
export function machineValue(readings: FieldReadings, name: DocumentFieldName): string | null {
  const { mrz, print } = readings[name] ?? {}
  const [best] = [mrz, print].flatMap((one) => (one?.isCertain ? [one] : []))
  return (best ?? mrz ?? print)?.normal ?? null
}

function readSource(name: DocumentFieldName, reading: FieldReading, reference: string | null): FieldSource {
  const { source, text, normal, confidence, isCertain, captureId, place } = reading
  const stretches = characterDifferences(normal, reference ?? normal)
  return {
    ...{ source, text, confidence, isCertain, captureId, place, stretches },
    normal: normal === text ? null : normal,
    agrees: isNameOf(name) ? sharesWords(normal, reference ?? normal) : readsTheSame(normal, reference ?? normal),
    differences: differencesInWords(stretches),
  }
}

function declaredSource(text: string, reference: string): FieldSource {
  const stretches = characterDifferences(text, reference)
  return {
    ...{ source: 'declared', text, normal: null, stretches },
    agrees: sharesWords(text, reference),
    differences: differencesInWords(stretches),
    ...{ confidence: null, isCertain: true, captureId: null, place: null },
  }
}

function agreementOf(sources: readonly FieldSource[]): FieldAgreement {
  if (!sources.some(({ source }) => source !== 'declared')) return 'unread'
  const others = sources.filter(({ agrees }) => !agrees)
  if (others.some(({ isCertain }) => isCertain)) return 'differ'
  if (others.length > 0) return 'unsure'
  return sources.length > 1 ? 'agree' : sources[0]!.isCertain ? 'single' : 'unsure'
}

function declaredValue(name: DocumentFieldName, declared: DeclaredFields, value: string | null): string | null {
  if (name === 'birthDate') return declared.birthDate
  if (name === 'issuingState') return declared.country
  if (!isNameOf(name) || !declared.name || !value) return null
  return partLike(declared.name, value)
}

/** The run of whole words of a full name that is most like one of its parts. */
function partLike(fullName: string, part: string): string {
  const words = fullName.trim().split(/\s+/)
  const wanted = folded(part)
  const runs = words.flatMap((_, from) =>
    words.slice(from).map((_, length) => words.slice(from, from + length + 1).join(' ')),
  )
  const distance = (run: string) => editDistance(folded(run), wanted)
  return runs.reduce((best, run) => (distance(run) < distance(best) ? run : best))
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

/** Middle names may be left out, so a name agrees where all words of the shorter one are in the longer one. */
function sharesWords(text: string, reference: string): boolean {
  if (readsTheSame(text, reference)) return true
  const [shorter, longer] = [wordsOf(text), wordsOf(reference)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ]
  return shorter.length > 0 && shorter.every((word) => longer.some((other) => readsTheSame(word, other)))
}

function wordsOf(text: string): string[] {
  return text.split(/[\s-]+/).filter(Boolean)
}

function isNameOf(name: DocumentFieldName): boolean {
  return name === 'surname' || name === 'givenNames'
}

const sexes: Record<string, string> = { F: 'female', M: 'male', X: 'not specified' }

function meaningOf(name: DocumentFieldName, value: string | null): string | null {
  if (!value) return null
  if (name === 'nationality' || name === 'issuingState') return countryName(value) === value ? null : countryName(value)
  return name === 'sex' ? (sexes[value] ?? null) : null
}

/** What follows from the dates in force: at receipt, which the checks go by, and today. */
export interface ComputedFacts {
  age: { atReceipt: number; today: number; minimum: number; isCorrected: boolean } | null
  /** Days left; negative once the document has expired. */
  expiry: { atReceipt: number; today: number; isCorrected: boolean } | null
}

const isoDate = /^\d{4}(-\d{2}){0,2}$/

/** Age and days left by the values in force. Days are `YYYY-MM-DD`. */
export function computedFacts(
  fields: readonly DocumentField[],
  { receivedOn, today, minimumAge }: { receivedOn: string; today: string; minimumAge: number },
): ComputedFacts {
  const dated = (name: DocumentFieldName) => {
    const field = fields.find((one) => one.name === name)
    return field?.value && isoDate.test(field.value)
      ? { date: field.value, isCorrected: field.correction !== null }
      : null
  }
  const [birth, expiry] = [dated('birthDate'), dated('expiryDate')]
  return {
    age: birth && {
      atReceipt: fullYears(birth.date, receivedOn),
      today: fullYears(birth.date, today),
      minimum: minimumAge,
      isCorrected: birth.isCorrected,
    },
    expiry: expiry && {
      atReceipt: daysUntil(expiry.date, receivedOn),
      today: daysUntil(expiry.date, today),
      isCorrected: expiry.isCorrected,
    },
  }
}
