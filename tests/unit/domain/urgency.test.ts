import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceOf } from '#lib/domain/device'
import { checkGroups } from '#lib/domain/finding'
import { type UrgencyFacts, urgentAt } from '#lib/domain/urgency'

const hour = 3_600_000
const at = (hours: number) => new Date(hours * hour)
const facts = (changes: Partial<UrgencyFacts> = {}): UrgencyFacts => ({
  receivedAt: at(0),
  dueAt: at(24),
  attempt: 1,
  flagged: [],
  checksFailed: false,
  ...changes,
})
const urgent = (changes: Partial<UrgencyFacts>) => urgentAt(facts(changes)).getTime() / hour

test('a clean first attempt is urgent when it is due', () => {
  expect(urgent({})).toBe(24)
})

test('flags, later attempts and broken checks bring it forward, the gravest flag by most', () => {
  expect(urgent({ flagged: ['picture'] })).toBe(22)
  expect(urgent({ flagged: ['picture', 'frame', 'file'] })).toBe(22)
  expect(urgent({ flagged: ['picture', 'content'] })).toBe(20)
  expect(urgent({ flagged: ['origin', 'person'] })).toBe(18)
  expect(urgent({ attempt: 2 })).toBe(21)
  expect(urgent({ checksFailed: true })).toBe(18)
})

test('a shorter due time is shortened in the same measure', () => {
  expect(urgent({ dueAt: at(2), attempt: 2 })).toBe(1.75)
})

test('nothing starves: whatever comes in after 7/8 of the time of a clean one stays behind it', () => {
  const anything = fc.record({
    attempt: fc.integer({ min: 1, max: 50 }),
    flagged: fc.subarray([...checkGroups]),
    checksFailed: fc.boolean(),
    late: fc.double({ min: 21.0001, max: 500, noNaN: true }),
  })
  fc.assert(
    fc.property(anything, ({ late, ...rest }) => {
      const newcomer = urgentAt(facts({ ...rest, receivedAt: at(late), dueAt: at(late + 24) }))
      expect(newcomer.getTime()).toBeGreaterThanOrEqual(at(24).getTime())
    }),
  )
})

test('the device is the make and model of a document’s capture, the maker named once', () => {
  const selfie = { kind: 'selfie' as const, metadata: { Make: 'samsung', Model: 'SM-S911B' } }
  const front = { kind: 'id_front' as const, metadata: { Make: 'Apple', Model: 'iPhone 15' } }
  expect(deviceOf([selfie, front])).toBe('Apple iPhone 15')
  expect(deviceOf([{ ...selfie, metadata: { Make: 'Google', Model: 'Google Pixel 8' } }])).toBe('Google Pixel 8')
  expect(deviceOf([{ ...front, metadata: {} as Record<string, string> }, selfie])).toBe('samsung SM-S911B')
  expect(deviceOf([])).toBe('')
})
