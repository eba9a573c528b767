import { describe, expect, test } from 'vitest'
import { isInLatinLetters, matchNames, namePartsOf } from '#lib/domain/names'

describe('spellings without marks', () => {
  test.each([
    ['Müller', ['MUELLER', 'MULLER']],
    ['Jørgensen', ['JOERGENSEN', 'JORGENSEN']],
    ['Łukasz', ['LUKASZ']],
    ['Weiß', ['WEISS']],
    ['Ægir', ['AEGIR']],
    ['d’Arc', ['DARC']],
    ['Kļaviņa', ['KLAVINA']],
  ])('%s', (name, spellings) => {
    expect(namePartsOf(name)).toEqual([spellings])
  })

  test('parts are words, whatever parts them', () => {
    expect(namePartsOf('Specimen-Liepa, Anna  Maria')).toEqual([['SPECIMEN'], ['LIEPA'], ['ANNA'], ['MARIA']])
  })
})

describe('names of one person', () => {
  test.each([
    ['García López, José', 'GARCIA LOPEZ', 'JOSE MARIA'],
    ['José García', 'GARCIA LOPEZ', 'JOSE'],
    ['Nguyen Van An', 'NGUYEN', 'VAN AN'],
    ['Sean O’Brien', 'O BRIEN', 'SEAN'],
    ['Annamaria Liepa', 'LIEPA', 'ANNA MARIA'],
    ['J. Liepa', 'LIEPA', 'JANIS'],
  ])('%s: %s, %s', (declared, surname, givenNames) => {
    const { value, holdsSurname } = matchNames(declared, surname, givenNames)
    expect(value).toBeGreaterThan(0.9)
    expect(holdsSurname).toBe(true)
  })

  test('of a cut name a beginning is enough', () => {
    expect(matchNames('Konstantinopoulos Aleksandros', 'KONSTANTINOPOULOS', 'ALEK', true).value).toBe(1)
    expect(matchNames('Konstantinopoulos Aleksandros', 'KONSTANTINOPOULOS', 'ALEK').value).toBeLessThan(0.8)
  })
})

test('a shared given name alone is no shared surname', () => {
  expect(matchNames('Anna Ozola', 'BERZINA', 'ANNA').holdsSurname).toBe(false)
})

test('scripts are told apart by their letters', () => {
  expect(isInLatinLetters('Žanna d’Arc-Łódź 2')).toBe(true)
  expect(isInLatinLetters('Жанна')).toBe(false)
  expect(isInLatinLetters('Anna Ћирић')).toBe(false)
})
