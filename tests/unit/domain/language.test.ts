import { expect, test } from 'vitest'
import { checks } from '#lib/checks/registry'
import { type LanguageCode, languageCodes, languageFor, languages } from '#lib/domain/language'
import type { ReasonCode } from '#lib/domain/reasons'

test('a language we do not have is answered in English, whatever it is called', () => {
  for (const locale of ['de-DE', '', 'constructor', '__proto__']) expect(languageFor(locale).code).toBe('en')
  expect(languageFor('LV_lv').code).toBe('lv')
})

/** Words for the document, and for the person, as the shipped languages have them. */
const words: Record<LanguageCode, { document: RegExp; person: RegExp }> = {
  en: { document: /document/i, person: /face|yourself|of you\b/i },
  lv: { document: /dokument/i, person: /sej|sevi|jūsu/i },
}
/** Suggested of documents alone, or that one was sent in the selfie's place. */
const isAboutDocuments = (reason: ReasonCode) => reason.startsWith('doc_') || reason === 'selfie_is_document'
const ofSelfies = checks.filter(({ appliesTo }) => appliesTo.includes('selfie')).flatMap(({ suggests }) => suggests)

test.each(languageCodes)('what a selfie may be told in %s is not about a document alone', (code) => {
  const { document, person } = words[code]
  for (const reason of new Set(ofSelfies)) {
    const { title, explanation, advice } = languages[code].wordings[reason]
    if (isAboutDocuments(reason)) continue
    for (const text of [title, explanation, advice].filter((one) => document.test(one))) {
      expect(`${explanation} ${advice}`, `${reason}: ${text}`).toMatch(person)
    }
  }
})
