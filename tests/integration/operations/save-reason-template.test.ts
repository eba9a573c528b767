import { expect, test } from 'vitest'
import { saveReasonTemplate } from '#lib/operations/save-reason-template'
import { reasonTemplateHistory } from '#lib/queries/reason-templates'
import { makeUser } from '../../factories.ts'

const wording = { locale: 'en', basedOn: 0, title: 'T', explanation: 'E', advice: 'A' } as const

// More than one reason: the first round also opens connections, which lets some come late.
test.each(['image_glare', 'image_blurry', 'doc_damaged'] as const)(
  'of many who save a wording of %s at once one does, and the others are told that they were overtaken',
  async (code) => {
    const manager = await makeUser('manager')
    const saving = Array.from({ length: 6 }, () => saveReasonTemplate(manager, { code, ...wording }))
    const results = await Promise.all(saving)
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, version: 1 }])
    expect(results.filter((result) => !result.ok && result.reason === 'overtaken')).toHaveLength(5)
    expect(await reasonTemplateHistory(manager, { code, locale: 'en' })).toHaveLength(1)
  },
)
