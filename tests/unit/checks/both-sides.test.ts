import { expect, test } from 'vitest'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, Companion, Readings } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { cardPicture, mrzOf, sampleText, sourceOf, textOf } from './sample-artifacts.ts'

const card = cardPicture()
const backText = textOf([
  'Place of birth',
  'ZENITH',
  'Authority',
  'REGISTRY OF UTOPIA',
  'Height',
  'Residence',
  'Issued',
])
const front = (readings: Partial<Readings>): Companion[] => [{ kind: 'id_front', readings }]

async function findingOf(given: Partial<Artifacts>) {
  const back = { kind: 'id_back', fingerprint: '0123456789abcdef', text: backText, ...given } as const
  const [finding] = await runChecks(sourceOf(card, back), shippedPolicies['camera-photos'], { only: ['both-sides'] })
  return finding!
}

test('two sides that say different things pass', async () => {
  const companions = front({ text: sampleText, mrz: null, fingerprint: 'fedcba9876543210' })
  expect(await findingOf({ companions })).toMatchObject({ outcome: 'pass', reasons: [] })
})

test.each<[string, Partial<Artifacts>, Partial<Readings>]>([
  ['the same file twice', { mrz: null, text: null }, { fingerprint: '0123456789abcdee' }],
  ['a machine-readable zone on both', {}, { mrz: mrzOf(), text: null }],
  ['the same print on both', { mrz: null, text: sampleText }, { text: sampleText }],
])('%s is the same side twice', async (_, back, readings) => {
  const finding = await findingOf({ ...back, companions: front(readings) })
  expect(finding, finding.summary).toMatchObject({ outcome: 'fail', reasons: ['doc_same_side_twice'] })
  expect(finding.score).toBeLessThan(50)
})

test('a few words of which most are on both sides are no proof', async () => {
  const few = textOf(['IDENTITY CARD', 'D23145890'])
  const finding = await findingOf({ mrz: null, text: few, companions: front({ text: sampleText }) })
  expect(finding).toMatchObject({ outcome: 'inconclusive', reasons: [] })
})

test('zones of two cards are not one side', async () => {
  const other = mrzOf({ documentNumber: 'X99999999', surname: 'Other', givenNames: 'Person', birthDate: '1990-01-01' })
  const finding = await findingOf({ text: null, companions: front({ mrz: other, text: null }) })
  expect(finding.value).toBeLessThan(0.9)
})

test('without a front there is nothing to compare with', async () => {
  expect(await findingOf({ companions: [] })).toMatchObject({ outcome: 'not_applicable' })
})
