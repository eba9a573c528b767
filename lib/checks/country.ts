import { documentCaptureKinds } from '#lib/domain/capture'
import { countryName, countryOfMrz } from '#lib/domain/country'
import { documentFacts, type Fact, factForDetail } from '#lib/domain/document-facts'
import { clampPoint } from '#lib/domain/region'
import { defineCheck } from './check.ts'

/** Whether the holder's country is one the policy takes (K2). */
export const country = defineCheck({
  id: 'country',
  version: 3,
  group: 'content',
  title: { pass: 'Country is supported', fail: 'Country is not supported' },
  description: 'The service may be offered only to citizens of certain countries.',
  method:
    'The nationality of the machine-readable zone, or the country’s code printed beside its label; where neither is there the issuing state, against the policy’s list.',
  limits: [
    'A nationality printed in words (“British citizen”) is not read: without a code a restricted list can’t be applied.',
    'The barcode of North American cards says where they were issued, not whose citizen the holder is, and is not asked.',
  ],
  suggests: ['country_unsupported'],
  unit: 'country',
  appliesTo: documentCaptureKinds,
  needs: ['declared', 'mrz', 'text'],
  thresholds: {},
  run: ({ declared, mrz, text }, _, { countries }) => {
    const facts = documentFacts(mrz, text, declared.receivedAt.slice(0, 10))
    const read = ['nationality', 'issuingState'].flatMap((name) => facts.filter((fact) => fact.name === name))
    const detail = { fields: read.map(factForDetail), declared: declared.country }
    const nothing = { value: null, threshold: null }
    // A nationality that is no country's code was misread: the issuing state doesn't stand in for it.
    const own = read.slice(0, 1).flatMap(countryFrom)[0]
    if (countries === null) {
      const summary = own ? `${countryName(own.code)}; the policy takes any country.` : 'The policy takes any country.'
      return { ...nothing, outcome: 'pass', score: 100, summary, detail }
    }
    if (!own?.fact.isCertain) {
      const summary = own
        ? `The country looks like ${countryName(own.code)}, but it was read unsurely.`
        : 'No country could be read on this side.'
      return { ...nothing, outcome: 'inconclusive', score: null, summary, detail }
    }
    const supported = countries.includes(own.code)
    return {
      ...nothing,
      outcome: supported ? 'pass' : 'fail',
      score: supported ? 100 : 0,
      summary: `${countryName(own.code)} is ${supported ? '' : 'not '}one of the countries the policy takes.`,
      reasons: supported ? [] : ['country_unsupported'],
      regions: supported ? [] : [{ points: own.fact.place.map(clampPoint), value: null }],
      detail,
    }
  },
})

function countryFrom(fact: Fact): { fact: Fact; code: string }[] {
  const code = countryOfMrz(fact.value)
  return code ? [{ fact, code }] : []
}
