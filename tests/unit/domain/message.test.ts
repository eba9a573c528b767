import { describe, expect, test } from 'vitest'
import { languageCodes, languages } from '#lib/domain/language'
import { renderMessage } from '#lib/domain/message'
import { reasonCodes, reasons } from '#lib/domain/reasons'

const facts = { locale: 'en', outcome: 'resubmission_requested', wordings: {}, reference: 'RT-0000-0001' } as const

describe('a message to the customer', () => {
  test('tells every reason of every capture, each under its capture', () => {
    const { body } = renderMessage({
      ...facts,
      reasons: [
        { code: 'image_glare', capture: 'id_front' },
        { code: 'image_blurry', capture: 'id_front' },
        { code: 'image_too_dark', capture: 'selfie' },
      ],
    })
    expect(body).toContain('ID card, front:')
    expect(body).toContain('Photo of your face:')
    expect(body.indexOf('The photo is blurred')).toBeLessThan(body.indexOf('Light is reflected'))
  })

  test('uses the saved wording where there is one', () => {
    const wording = { title: 'Own words', explanation: 'Because.', advice: 'Do this.', version: 2 }
    const reasons = [{ code: 'image_glare', capture: 'id_front' } as const]
    expect(renderMessage({ ...facts, wordings: { image_glare: wording }, reasons }).body).toContain(
      'Own words. Because.',
    )
  })

  test('tells reasons that read the same once', () => {
    const reasons = [
      { code: 'doc_fake', capture: 'id_front' },
      { code: 'on_blocklist', capture: 'id_front' },
    ] as const
    const { body } = renderMessage({ ...facts, outcome: 'rejected', reasons })
    expect(body.split('We could not complete the verification')).toHaveLength(2)
  })
})

describe.each(languageCodes)('in %s', (code) => {
  test('every reason has words, and none is left from another language', () => {
    for (const reason of reasonCodes) {
      const { title, explanation, advice } = languages[code].wordings[reason]
      expect([title, explanation, advice].every((text) => text.length > 5)).toBe(true)
      if (code !== 'en') expect(title).not.toBe(languages.en.wordings[reason].title)
    }
  })

  test('internal reasons never tell the signal', () => {
    const internal = reasonCodes.filter((reason) => reasons[reason].audience === 'internal')
    const texts = internal.flatMap((reason) => Object.values(languages[code].wordings[reason])).join(' ')
    expect(texts).not.toMatch(/fraud|fake|forg|duplicat|blocklist|suspic|krāp|viltot|aizdom|dublik/i)
  })
})
