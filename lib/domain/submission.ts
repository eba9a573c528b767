import { z } from 'zod'
import type { Outcome } from './decision.ts'

export const submissionStatuses = [
  'received',
  'checking',
  'ready_for_review',
  'check_failed',
  'second_review',
  'approved',
  'rejected',
  'resubmission_requested',
  'superseded',
] as const
export const submissionStatusSchema = /* @__PURE__ */ z.enum(submissionStatuses)
export type SubmissionStatus = z.infer<typeof submissionStatusSchema>

/**
 * What can happen to a submission. `reviewed` and `decided` say `amends` where they correct a decision that stands;
 * `firstStands` is true while the first of two reviews is there and not void.
 */
export type SubmissionEvent =
  | { type: 'checks_started' }
  | { type: 'checks_finished'; firstStands?: boolean }
  | { type: 'checks_failed' }
  | { type: 'reviewed'; amends?: boolean }
  | { type: 'decided'; outcome: Outcome; amends?: boolean }
  | { type: 'review_voided' }
  | { type: 'undone'; checksFailed: boolean; firstStands?: boolean; amended?: Outcome }
  | { type: 'reopened'; checksFailed: boolean }
  | { type: 'resubmitted' }

/** Statuses in which a person may claim and decide. A failed check still reaches a person. */
const reviewableStatuses = [
  'ready_for_review',
  'check_failed',
  'second_review',
] as const satisfies readonly SubmissionStatus[]

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
      if (status !== 'checking') return null
      return event.firstStands ? 'second_review' : 'ready_for_review'
    case 'checks_failed':
      return status === 'checking' ? 'check_failed' : null
    case 'reviewed':
      return mayJudge(status, event.amends) ? 'second_review' : null
    case 'decided':
      return mayJudge(status, event.amends) ? event.outcome : null
    case 'review_voided':
      return status === 'second_review' ? 'ready_for_review' : null
    case 'undone':
      if (!isDecided(status) && status !== 'second_review') return null
      return event.amended ?? (event.firstStands ? 'second_review' : backInQueue(event.checksFailed))
    case 'reopened':
      return isDecided(status) ? backInQueue(event.checksFailed) : null
    case 'resubmitted':
      return isOpen(status) || status === 'resubmission_requested' ? 'superseded' : null
  }
}

function mayJudge(status: SubmissionStatus, amends = false): boolean {
  return amends ? isDecided(status) : isReviewable(status)
}

function backInQueue(checksFailed: boolean): SubmissionStatus {
  return checksFailed ? 'check_failed' : 'ready_for_review'
}

/** Every status from which `next` gives one for this event: the guard of a conditional update. */
export function statusesAllowing(event: SubmissionEvent): SubmissionStatus[] {
  return submissionStatuses.filter((status) => next(status, event) !== null)
}

/** True where a person may judge it. */
export function isReviewable(status: SubmissionStatus): boolean {
  return reviewableStatuses.includes(status as (typeof reviewableStatuses)[number])
}

/** True until it is decided, or a newer attempt takes its place. */
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
  second_review: 'Second review',
  approved: 'Approved',
  rejected: 'Rejected',
  resubmission_requested: 'Resubmission requested',
  superseded: 'Superseded',
}
