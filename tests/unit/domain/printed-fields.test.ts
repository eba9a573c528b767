import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, likeness } from '#lib/domain/likeness'
import { printedDates } from '#lib/domain/printed-dates'
import { printedFields } from '#lib/domain/printed-fields'
import { labelOf } from '#lib/domain/printed-labels'
import { printedLines } from '#lib/domain/printed-line'
import { textOf } from '../checks/sample-artifacts.ts'

const today = '2026-06-15'

function datesIn(text: string): string[] {
  return printedDates(printedLines(textOf([text])), today).flatMap(({ dates }) => dates)
}

describe('dates', () => {
  test.each([
    ['12.08.1964', ['1964-08-12']],
    ['12 08 1964', ['1964-08-12']],
    ['1964-08-12', ['1964-08-12']],
    ['12/08/1964', ['1964-08-12', '1964-12-08']],
    ['22/08/1964', ['1964-08-22']],
    ['12 AUG 1964', ['1964-08-12']],
    ['12 AUG/AOUT 64', ['1964-08-12']],
    ['03 MÄR 2031', ['2031-03-03']],
    ['I2.O8.1964', ['1964-08-12']],
    ['31.02.2020', []],
    ['3. 01.02.1980', ['1980-02-01']],
    ['12.08.2064', []],
    ['Tel. 123 456 789', []],
  ])('%s', (text, dates) => {
    expect(datesIn(text)).toEqual(dates)
  })
  test('whatever stands there, every date found is a day of the calendar', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        for (const day of datesIn(text)) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})

test.each([
  ['Date of birth / Dzimšanas datums', 'birthDate'],
  ['8. Date of expiry/Gültig bis', 'expiryDate'],
  ['Gilen names / Prénoms', 'givenNames'],
  ['Surname / Uzvārds', 'surname'],
  ['PASSPORT / PASE / PASSEPORT', null],
  ['Passport No. / Pases Nr.', 'documentNumber'],
  ['Nationality / Pilsonība', 'nationality'],
  ['Staatsangehörigkeit', 'nationality'],
  ['ERIKSSON', null],
] as const)('“%s” announces %s', (text, label) => {
  expect(labelOf(text)).toBe(label)
})

test('fields are found under their labels; a day to come is an expiry without one', () => {
  const fields = printedFields(textOf(['Surname', 'OZOLA', 'Date of birth', '01.02.1990', 'Nr.', '03.04.2031']), today)
  expect(fields.surname).toMatchObject({ value: 'OZOLA', isSettled: true })
  expect(fields.birthDate).toMatchObject({ value: '1990-02-01', isSettled: true })
  expect(fields.expiryDate).toMatchObject({ value: '2031-04-03', isSettled: true })
})

test('likeness counts letters to change', () => {
  expect(editDistance('ERIKSSON', 'ERIKSEN')).toBe(2)
  expect(likeness('ABCD', 'ABCD')).toBe(1)
  expect(likeness('ABCD', 'WXYZ')).toBe(0)
})
