import { expect, test } from 'vitest'
import type { ArtifactSource } from '#lib/checks/run-check'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { noFingerprint } from '#lib/pixels/perceptual-hash'

const policy = shippedPolicies['camera-photos']
const elsewhere = (distance: number, caseReference = 'RT-AAAA-BBBB') => ({
  captureId: `capture-${distance}`,
  caseReference,
  distance,
})

async function findingOf(given: Partial<Artifacts>) {
  const artifacts: Partial<Artifacts> = { kind: 'id_front', fingerprint: '0123456789abcdef', ...given }
  const source: ArtifactSource = {
    get: async <Name extends keyof Artifacts>(name: Name) => artifacts[name] as Artifacts[Name],
  }
  const [finding] = await runChecks(source, policy, { only: ['duplicate-capture'] })
  return finding!
}

test('a picture no other case has passes', async () => {
  expect(await findingOf({ nearDuplicates: [] })).toMatchObject({ outcome: 'pass', score: 100, value: null })
})

test('the same picture in another case is named with that case and suggests the internal reason', async () => {
  const finding = await findingOf({ nearDuplicates: [elsewhere(5, 'RT-CCCC-DDDD'), elsewhere(3)] })
  expect(finding).toMatchObject({ outcome: 'fail', value: 3, threshold: 8, reasons: ['duplicate_image'] })
  expect(finding.summary).toContain('2 other cases, first RT-AAAA-BBBB: 3 of 64 bits')
  expect(finding.detail.captures).toEqual([elsewhere(5, 'RT-CCCC-DDDD'), elsewhere(3)])
})

test('what looks alike and is further away than the threshold passes', async () => {
  expect(await findingOf({ nearDuplicates: [elsewhere(9)] })).toMatchObject({
    outcome: 'pass',
    detail: { captures: [] },
  })
})

test('the more bits differ, the higher the score', async () => {
  const scores = await Promise.all(
    [0, 1, 4, 8].map(async (distance) => (await findingOf({ nearDuplicates: [elsewhere(distance)] })).score!),
  )
  expect(scores).toEqual([...scores].sort((a, b) => a - b))
  expect(scores.at(-1)).toBeLessThan(50)
})

test('a picture with nothing in it can’t be told from others', async () => {
  const finding = await findingOf({ fingerprint: noFingerprint, nearDuplicates: [elsewhere(0)] })
  expect(finding).toMatchObject({ outcome: 'inconclusive', reasons: [] })
})
