import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { characterDifferences, differencesInWords, readsTheSame } from '#lib/domain/character-differences'

describe('what is no difference', () => {
  test.each([
    ['Bērziņš', 'BERZINS'],
    ['MUELLER', 'Müller'],
    ['Müller', 'MULLER'],
    ['Anna-Marija', 'ANNA MARIJA'],
    ['P 123 456', 'P123456'],
    ['Łukasz', 'LUKASZ'],
  ])('%s reads the same as %s', (text, reference) => {
    expect(readsTheSame(text, reference)).toBe(true)
    expect(differencesInWords(characterDifferences(text, reference))).toBeNull()
  })
})

describe('what differs', () => {
  test('a character read as another is told with the other', () => {
    expect(characterDifferences('LV0123', 'LVO123')).toEqual([
      { text: 'LV', kind: 'same' },
      { text: '0', kind: 'differs' },
      { text: 'O', kind: 'missing' },
      { text: '123', kind: 'same' },
    ])
  })

  test('a character left out is told where it is missing', () => {
    const parts = characterDifferences('LIEPA', 'LIEPAS')
    expect(parts.at(-1)).toEqual({ text: 'S', kind: 'missing' })
    expect(differencesInWords(parts)).toBe('“S” is missing')
  })

  test('a character too many is told as not being in the other', () => {
    expect(differencesInWords(characterDifferences('LIEPAS', 'LIEPA'))).toBe('“S” is not in the other')
  })

  test('the words name what stands instead', () => {
    expect(differencesInWords(characterDifferences('1990-08-12', '1990-03-12'))).toBe('“8” instead of “3”')
  })
})

test('whatever the texts, the stretches without the missing ones spell the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (text, reference) => {
      const own = characterDifferences(text, reference).filter(({ kind }) => kind !== 'missing')
      expect(own.map((part) => part.text).join('')).toBe(text)
    }),
  )
})
