import { describe, expect, test } from 'vitest'
import type { DocumentFieldName } from '#lib/domain/document-field'
import { computedFacts, documentFields, machineValue } from '#lib/domain/document-fields'
import { fieldReadings } from '#lib/domain/document-readings'
import { correctedValueSchema, correctionsInForce } from '#lib/domain/field-correction'

const place = [
  [0.1, 0.1],
  [0.3, 0.1],
  [0.3, 0.2],
  [0.1, 0.2],
]
const inZone = (name: string, value: string, changes = {}) => ({
  ...{ name, value, valid: true, confidence: 0.97, place },
  ...changes,
})
const inPrint = (name: string, value: string, changes = {}) => ({
  ...{ name, value, source: 'print', confidence: 0.9, isCertain: true, place },
  ...changes,
})

function readingsOf(zone: object[], print: object[], differences: object[] = []) {
  return fieldReadings([
    {
      captureId: 'back',
      kind: 'id_back',
      findings: [
        { check: 'mrz-check-digits', detail: { fields: zone } },
        { check: 'mrz-matches-print', detail: { differences } },
      ],
    },
    { captureId: 'front', kind: 'id_front', findings: [{ check: 'text-legible', detail: { printed: print } }] },
  ])
}

const nothingDeclared = { name: null, birthDate: null, country: null }
const correction = (value: string) => ({ value, machineValue: null, by: 'Colleague', at: new Date(0) })

function field(name: DocumentFieldName, ...given: Parameters<typeof documentFields>) {
  return documentFields(...given).find((one) => one.name === name)!
}

describe('where a field was read', () => {
  test('zone and print are kept apart, each with its capture and place', () => {
    const readings = readingsOf([inZone('surname', 'LIEPA')], [inPrint('surname', 'Liepa')])
    expect(readings.surname).toMatchObject({
      mrz: { captureId: 'back', place },
      print: { captureId: 'front', text: 'Liepa' },
    })
  })

  test('what stands beside the zone’s value counts for more than what a label announces', () => {
    const beside = {
      ...{ field: 'birthDate', mrz: '1990-03-12', printWords: '12 MAR 1990', printConfidence: 0.9 },
      ...{ printPlace: place, printKind: 'id_front', agreement: 'same' },
    }
    const readings = readingsOf([inZone('birthDate', '1990-03-12')], [inPrint('birthDate', '2020-01-01')], [beside])
    expect(readings.birthDate?.print).toMatchObject({ text: '12 MAR 1990', normal: '1990-03-12', captureId: 'front' })
  })

  test('findings of an earlier version, and nonsense, are read as far as they go', () => {
    const old = [{ name: 'surname', value: 'LIEPA', valid: null, line: 0, start: 5, end: 44 }]
    const readings = readingsOf([...old, { name: 'composite', value: '4', valid: true }, { name: 7 }], ['?' as never])
    expect(readings).toEqual({
      surname: { mrz: expect.objectContaining({ text: 'LIEPA', place: null, confidence: null }) },
    })
  })
})

describe('how the sources agree', () => {
  const declared = { name: 'Anna Marija Liepa', birthDate: '1990-03-12', country: 'LVA' }

  test('case, marks and middle names left out are agreement', () => {
    const readings = readingsOf(
      [inZone('surname', 'LIEPA'), inZone('givenNames', 'ANNA')],
      [inPrint('surname', 'Liepa'), inPrint('givenNames', 'Anna')],
    )
    expect(field('surname', readings, declared, {})).toMatchObject({ agreement: 'agree', value: 'LIEPA' })
    expect(field('givenNames', readings, declared, {}).agreement).toBe('agree')
  })

  test('a declared name is held against each part of the name on the document', () => {
    const readings = readingsOf([inZone('surname', 'LIEPINA')], [])
    const { agreement, sources } = field('surname', readings, declared, {})
    expect(agreement).toBe('differ')
    expect(sources.find(({ source }) => source === 'declared')).toMatchObject({
      text: 'Liepa',
      differences: '“IN” is missing',
    })
  })

  test('a differing print that was read unsurely is a doubt', () => {
    const unsure = inPrint('documentNumber', 'LV0123', { confidence: 0.4, isCertain: false })
    const readings = readingsOf([inZone('documentNumber', 'LVO123')], [unsure])
    expect(field('documentNumber', readings, nothingDeclared, {}).agreement).toBe('unsure')
  })

  test('what is only declared was not read', () => {
    expect(field('birthDate', readingsOf([], []), declared, {})).toMatchObject({ agreement: 'unread', value: null })
  })

  test('a zone whose check digit fails gives way to print read surely', () => {
    const readings = readingsOf(
      [inZone('documentNumber', 'LV0123', { valid: false })],
      [inPrint('documentNumber', 'LVO123')],
    )
    expect(machineValue(readings, 'documentNumber')).toBe('LVO123')
  })
})

describe('a correction by hand', () => {
  const readings = readingsOf([inZone('birthDate', '1990-08-12')], [])

  test('is the value in force, and the machine’s reading is held against it', () => {
    const corrected = field('birthDate', readings, nothingDeclared, { birthDate: correction('1990-03-12') })
    expect(corrected).toMatchObject({ value: '1990-03-12', agreement: 'differ' })
    expect(corrected.sources[0]).toMatchObject({ text: '1990-08-12', differences: '“8” instead of “3”' })
  })

  test('counts in age and days left, which say so', () => {
    const fields = documentFields(readings, nothingDeclared, { birthDate: correction('2008-11-27') })
    const facts = computedFacts(fields, { receivedOn: '2026-11-26', today: '2026-11-27', minimumAge: 18 })
    expect(facts).toEqual({ age: { atReceipt: 17, today: 18, minimum: 18, isCorrected: true }, expiry: null })
  })

  test('the newest of a field counts, and one without a value takes those before it back', () => {
    const row = (field: string, value: string | null, second: number) => ({
      field,
      value,
      correctedAt: new Date(second * 1000),
    })
    const rows = [row('surname', 'B', 2), row('surname', 'A', 1), row('sex', 'F', 3), row('sex', null, 4)]
    expect(correctionsInForce(rows)).toEqual({ surname: row('surname', 'B', 2) })
  })

  test.each([
    ['birthDate', '12.03.1990', false],
    ['birthDate', '1990-02-30', false],
    ['sex', 'F', true],
    ['nationality', 'lv', true],
    ['nationality', 'XYZ', false],
    ['documentNumber', 'P 123', true],
    ['documentNumber', '<script>', false],
    ['surname', '  ', false],
  ] as const)('%s may become “%s”: %s', (name, value, may) => {
    expect(correctedValueSchema[name].safeParse(value).success).toBe(may)
  })
})
