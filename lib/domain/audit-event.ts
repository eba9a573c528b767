import type { Json } from './finding.ts'

/** Everything worth auditing, in noun.past-tense. Data never holds a name, an address or a picture: ids and codes only. */
export const auditEventTypes = [
  'submission.received',
  'submission.refused',
  'submission.checked',
  'submission.check_failed',
  'submission.check_requested',
  'submission.claimed',
  'submission.released',
  'submission.skipped',
  'submission.snoozed',
  'submission.woken',
  'submission.assigned',
  'submission.escalated',
  'submission.handed_over',
  'submission.reviewed',
  'submission.decided',
  'submission.reopened',
  'submission.appealed',
  'submission.superseded',
  'decision.undone',
  'review.voided',
  'capture.viewed',
  'pictures.shown',
  'field.corrected',
  'field.correction_withdrawn',
  'note.written',
  'note.withdrawn',
  'capture.rotated',
  'region.drawn',
  'region.removed',
  'finding.marked',
  'finding.unmarked',
  'message.sent',
  'message.failed',
  'link.issued',
  'wording.saved',
  'user.invited',
  'user.changed',
  'user.preferences_saved',
  'user.signed_in',
  'user.sign_in_failed',
  'user.signed_out',
  'session.locked',
  'session.unlocked',
  'api_client.created',
  'api_client.revoked',
  'stats.exported',
  'queue.exported',
  'view.saved',
  'view.deleted',
] as const

export type AuditEventType = (typeof auditEventTypes)[number]

export interface AuditEntry {
  type: AuditEventType
  caseId?: string | null
  submissionId?: string | null
  data?: Record<string, Json>
}
