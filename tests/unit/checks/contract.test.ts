import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkIds, checks, isCheckId } from '#lib/checks/registry'

const helpers = [
  'check.ts',
  'dated-fact.ts',
  'registry.ts',
  'run-check.ts',
  'run-checks.ts',
  'live-checks.ts',
  'live-policy.ts',
  'place-words.ts',
]

test('every check has one file of its own name, and every file is registered', () => {
  const files = readdirSync('lib/checks').filter((file) => !helpers.includes(file))
  expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual([...checkIds].sort())
})

test.each(checks.map((check) => [check.id, check] as const))(
  '%s says what it measures and where its numbers come from',
  (_, check) => {
    expect(check.version).toBeGreaterThan(0)
    expect(check.unit).not.toBe('')
    expect(check.description.length).toBeGreaterThan(30)
    expect(check.method.length).toBeGreaterThan(30)
    expect(check.appliesTo.length).toBeGreaterThan(0)
    for (const { source, unit } of Object.values(check.thresholds)) {
      expect(unit).not.toBe('')
      expect(source).toMatch(/docs\/decisions\/|OFIQ|ISO|ICAO/)
    }
  },
)

test('ids are told from other words', () => {
  expect(isCheckId('glare')).toBe(true)
  expect(isCheckId('beauty')).toBe(false)
})
