import { expect, test } from 'vitest'
import { checkIds } from '#lib/checks/registry'
import type { ArtifactSource } from '#lib/checks/run-check'
import { runChecks } from '#lib/checks/run-checks'
import { type Policy, shippedPolicies } from '#lib/domain/policy'
import { cardPicture, sourceOf } from './sample-artifacts.ts'

const policy: Policy = shippedPolicies['camera-photos']
const card = cardPicture()

test('a check whose material can’t be gathered is an error for itself alone', async () => {
  const whole = sourceOf(card)
  const broken: ArtifactSource = {
    get: (name) => (name === 'luma' ? Promise.reject(new Error('no luma')) : whole.get(name)),
  }
  const outcomes = Object.fromEntries((await runChecks(broken, policy)).map(({ check, outcome }) => [check, outcome]))
  expect(outcomes).toMatchObject({ sharpness: 'error', exposure: 'error', glare: 'pass', cropping: 'pass' })
})

test('a policy switches checks off and overrides thresholds by name', async () => {
  const strict: Policy = {
    ...policy,
    checks: { glare: { enabled: false }, colour: { thresholds: { minSpread: 99, unknown: 1 } } },
  }
  const findings = await runChecks(sourceOf(card), strict)
  expect(findings.map(({ check }) => check)).toEqual(checkIds.filter((id) => id !== 'glare'))
  const colour = findings.find(({ check }) => check === 'colour')!
  expect(colour).toMatchObject({ outcome: 'fail', threshold: 99 })
  expect(colour.thresholds).not.toHaveProperty('unknown')
})

test('a document’s checks do not apply to a selfie', async () => {
  const findings = await runChecks(sourceOf(card, { kind: 'selfie' }), policy, { only: ['glare', 'cropping'] })
  expect(findings.map(({ outcome }) => outcome)).toEqual(['not_applicable', 'not_applicable'])
})

test('progress is told after each check, in order', async () => {
  const told: string[] = []
  await runChecks(sourceOf(card), policy, {
    onProgress: ({ check }, done, total) => told.push(`${check} ${done}/${total}`),
  })
  expect(told).toEqual(checkIds.map((id, i) => `${id} ${i + 1}/${checkIds.length}`))
})
