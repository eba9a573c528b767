import type { AuditEventType } from './audit-event.ts'

/** What a case's timeline can be narrowed to. */
export const timelineKinds = ['decisions', 'pictures', 'customer', 'notes', 'work'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineKindTitle: Record<TimelineKind, string> = {
  decisions: 'Decisions',
  pictures: 'Attempts and checks',
  customer: 'To the customer',
  notes: 'Notes and corrections',
  work: 'Who worked on it',
}

export const eventTypesOf: Record<TimelineKind, AuditEventType[]> = {
  decisions: [
    'submission.reviewed',
    'submission.decided',
    'submission.reopened',
    'submission.appealed',
    'decision.undone',
    'review.voided',
  ],
  pictures: [
    'submission.received',
    'submission.checked',
    'submission.check_failed',
    'submission.check_requested',
    'submission.superseded',
  ],
  customer: ['message.sent', 'message.failed', 'link.issued'],
  notes: [
    'note.written',
    'note.withdrawn',
    'field.corrected',
    'field.correction_withdrawn',
    'region.drawn',
    'region.removed',
    'finding.marked',
    'finding.unmarked',
  ],
  work: [
    'submission.claimed',
    'submission.released',
    'submission.skipped',
    'submission.snoozed',
    'submission.woken',
    'submission.assigned',
    'submission.escalated',
    'submission.handed_over',
    'pictures.shown',
  ],
}
