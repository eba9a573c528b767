import { z } from 'zod'
import type { Outcome } from './decision.ts'

export const submissionStatuses = [
  'received',
  'checking',
  'ready_for_review',
  'check_failed',
  'approved',
  'rejected',
  'resubmission_requested',
  'superseded',
] as const
export const submissionStatusSchema = z.enum(submissionStatuses)
export type SubmissionStatus = z.infer<typeof submissionStatusSchema>

export type SubmissionEvent =
  | { type: 'checks_started' }
  | { type: 'checks_finished' }
  | { type: 'checks_failed' }
  | { type: 'decided'; outcome: Outcome }
  | { type: 'decision_undone'; checksFailed: boolean }
  | { type: 'resubmitted' }

/** Statuses in which a person may claim and decide. A failed check still reaches a person. */
export const reviewableStatuses = ['ready_for_review', 'check_failed'] as const satisfies readonly SubmissionStatus[]

/** Statuses in which the submission waits for us rather than for the customer. */
export const openStatuses = [
  'received',
  'checking',
  ...reviewableStatuses,
] as const satisfies readonly SubmissionStatus[]

/**
 * The only place that says which status follows. Null where the event can't happen in that status; the caller then has
 * lost a race or shows an out-of-date page.
 */
export function next(status: SubmissionStatus, event: SubmissionEvent): SubmissionStatus | null {
  switch (event.type) {
    case 'checks_started':
      return isOpen(status) ? 'checking' : null
    case 'checks_finished':
      return status === 'checking' ? 'ready_for_review' : null
    case 'checks_failed':
      return status === 'checking' ? 'check_failed' : null
    case 'decided':
      return isReviewable(status) ? event.outcome : null
    case 'decision_undone':
      if (!isDecided(status)) return null
      return event.checksFailed ? 'check_failed' : 'ready_for_review'
    case 'resubmitted':
      return isOpen(status) || status === 'resubmission_requested' ? 'superseded' : null
  }
}

/** Every status from which `next` gives one for this event: the guard of a conditional update. */
export function statusesAllowing(event: SubmissionEvent): SubmissionStatus[] {
  return submissionStatuses.filter((status) => next(status, event) !== null)
}

export function isReviewable(status: SubmissionStatus): boolean {
  return reviewableStatuses.includes(status as (typeof reviewableStatuses)[number])
}

export function isOpen(status: SubmissionStatus): boolean {
  return openStatuses.includes(status as (typeof openStatuses)[number])
}

/** True while a decision stands; `superseded` means the customer has already answered it. */
export function isDecided(status: SubmissionStatus): boolean {
  return status === 'approved' || status === 'rejected' || status === 'resubmission_requested'
}

export const submissionStatusTitle: Record<SubmissionStatus, string> = {
  received: 'Received',
  checking: 'Checking',
  ready_for_review: 'Ready for review',
  check_failed: 'Checks failed',
  approved: 'Approved',
  rejected: 'Rejected',
  resubmission_requested: 'Resubmission requested',
  superseded: 'Superseded',
}
