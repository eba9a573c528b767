import { describe, expect, test } from 'vitest'
import { namePartsOf, scriptOf, soundOf } from '#lib/domain/names'
import { romanisations } from '#lib/domain/romanisation'

describe('spellings without marks', () => {
  test.each([
    ['Müller', ['MUELLER', 'MUXXLLER', 'MULLER']],
    ['Muñoz', ['MUNOZ', 'MUNXXOZ']],
    ['Jørgensen', ['JOERGENSEN', 'JORGENSEN']],
    ['Łukasz', ['LUKASZ']],
    ['Weiß', ['WEISS']],
    ['Ægir', ['AEGIR']],
    ['d’Arc', ['DARC']],
    ['Kļaviņa', ['KLAVINA']],
  ])('%s', (name, spellings) => {
    expect(namePartsOf(name).map((part) => part.spellings)).toEqual([spellings])
  })

  test('parts are words, whatever parts them', () => {
    const parts = namePartsOf('Specimen‐Liepa, Anna  Maria J.P.')
    expect(parts.map(({ text }) => text)).toEqual(['Specimen', 'Liepa', 'Anna', 'Maria', 'J', 'P'])
  })
})

describe('Cyrillic and Greek names have the spellings of the states that write them', () => {
  test.each([
    ['Юлия', 'IULIIA'], // Doc 9303-3
    ['Щербаков', 'SHCHERBAKOV'],
    ['Подъячев', 'PODIEIACHEV'],
    ['Горбачёв', 'GORBACHEV'],
    ['Григорій', 'HRYHORII'], // Ukraine
    ['Згурський', 'ZGHURSKYI'],
    ['Рыгор', 'RYHOR'], // Belarus
    ['Христов', 'HRISTOV'], // Bulgaria
    ['Щерев', 'SHTEREV'],
    ['Ђоковић', 'DOKOVIC'], // Serbia
    ['Живковић', 'ZIVKOVIC'],
    ['Ќосев', 'KJOSEV'], // North Macedonia
    ['Жукова', 'ZUKOVA'], // with a caron, this left out
    ['Παπαδόπουλος', 'PAPADOPOULOS'], // Greece
    ['Ευθυμίου', 'EFTHYMIOU'],
    ['Σταύρος', 'STAVROS'],
    ['Αγγελική', 'ANGELIKI'],
    ['Μπότσαρης', 'BOTSARIS'],
    ['Χρήστος', 'CHRISTOS'],
  ])('%s as %s', (name, spelling) => {
    expect(romanisations(name)).toContain(spelling)
  })

  test('a letter that is in no table leaves the whole name open', () => {
    expect(romanisations('Әлия')).toEqual([])
    expect(scriptOf('Әлия Петрова')).toBe('other')
  })
})

test('spellings by different standards sound the same, other names do not', () => {
  for (const spelling of ['IULIIA', 'YULIYA', 'YULIA', 'JULIJA']) expect(soundOf(spelling)).toBe(soundOf('IULIIA'))
  expect(soundOf('YEVGENIYA')).toBe(soundOf('EVGENIIA'))
  expect(soundOf('DMITRY')).toBe(soundOf('DMITRII'))
  expect(soundOf('MARIE')).not.toBe(soundOf('MARE'))
  expect(soundOf('ANNA')).not.toBe(soundOf('ANNE'))
})

test.each([
  ['Žanna d’Arc-Łódź 2', 'latin'],
  ['Жанна', 'transliterated'],
  ['Anna Ћирић', 'transliterated'],
  ['Γιώργος', 'transliterated'],
  ['محمد', 'arabic'],
  ['დავით', 'other'],
] as const)('scripts are told apart by their letters: %s', (name, script) => {
  expect(scriptOf(name)).toBe(script)
})
