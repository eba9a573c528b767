import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomes } from '#lib/domain/decision'
import { isDecided, isOpen, next, type SubmissionEvent, type SubmissionStatus } from '#lib/domain/submission'

const events: SubmissionEvent[] = [
  { type: 'checks_started' },
  { type: 'checks_finished' },
  { type: 'checks_failed' },
  ...outcomes.map((outcome) => ({ type: 'decided', outcome }) as const),
  { type: 'decision_undone', checksFailed: false },
  { type: 'decision_undone', checksFailed: true },
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

test('whatever happens, only undoing leads from a decision back to the queue, and nothing leads out of superseded', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (course) => {
      let status: SubmissionStatus = 'received'
      for (const event of course) {
        const after = next(status, event)
        if (after === null) continue
        if (isDecided(status) && isOpen(after)) expect(event.type).toBe('decision_undone')
        expect(status).not.toBe('superseded')
        status = after
      }
    }),
    { numRuns: 1000 },
  )
})
