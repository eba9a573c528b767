import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomes } from '#lib/domain/decision'
import { isDecided, isOpen, next, type SubmissionEvent, type SubmissionStatus } from '#lib/domain/submission'

const events: SubmissionEvent[] = [
  { type: 'checks_started' },
  { type: 'checks_finished' },
  { type: 'checks_finished', firstStands: true },
  { type: 'checks_failed' },
  ...outcomes.map((outcome) => ({ type: 'decided', outcome }) as const),
  { type: 'reviewed' },
  { type: 'reviewed', amends: true },
  { type: 'decided', outcome: 'approved', amends: true },
  { type: 'review_voided' },
  { type: 'undone', checksFailed: false },
  { type: 'undone', checksFailed: true },
  { type: 'undone', checksFailed: false, firstStands: true },
  { type: 'undone', checksFailed: false, amended: 'rejected' },
  { type: 'reopened', checksFailed: false },
  { type: 'resubmitted' },
]

test('a decision is only ever taken on a submission whose checks have ended', () => {
  for (const status of ['received', 'checking', 'approved', 'rejected', 'superseded'] as const) {
    expect(next(status, { type: 'decided', outcome: 'approved' })).toBeNull()
  }
})

test('checks never run on a decided submission', () => {
  for (const status of ['approved', 'rejected', 'resubmission_requested', 'superseded'] as const) {
    expect(next(status, { type: 'checks_started' })).toBeNull()
  }
})

test('whatever happens, only undoing, amending and opening again lead from a decision back to the queue, and nothing leads out of superseded', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (course) => {
      let status: SubmissionStatus = 'received'
      for (const event of course) {
        const after = next(status, event)
        if (after === null) continue
        if (isDecided(status) && isOpen(after)) expect(['undone', 'reviewed', 'reopened']).toContain(event.type)
        expect(status).not.toBe('superseded')
        status = after
      }
    }),
    { numRuns: 1000 },
  )
})

test('a first review waits for a second person; void, it goes back to the queue', () => {
  expect(next('ready_for_review', { type: 'reviewed' })).toBe('second_review')
  expect(next('second_review', { type: 'reviewed' })).toBe('second_review')
  expect(next('second_review', { type: 'review_voided' })).toBe('ready_for_review')
  expect(next('second_review', { type: 'decided', outcome: 'approved' })).toBe('approved')
  expect(next('checking', { type: 'checks_finished', firstStands: true })).toBe('second_review')
})

test('a decision is amended only while it stands', () => {
  expect(next('rejected', { type: 'decided', outcome: 'approved', amends: true })).toBe('approved')
  expect(next('ready_for_review', { type: 'decided', outcome: 'approved', amends: true })).toBeNull()
  expect(next('superseded', { type: 'decided', outcome: 'approved', amends: true })).toBeNull()
})
