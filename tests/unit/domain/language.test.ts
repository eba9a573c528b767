import { expect, test } from 'vitest'
import { languageFor } from '#lib/domain/language'

test('a language we do not have is answered in English, whatever it is called', () => {
  for (const locale of ['de-DE', '', 'constructor', '__proto__']) expect(languageFor(locale).code).toBe('en')
  expect(languageFor('LV_lv').code).toBe('lv')
})
