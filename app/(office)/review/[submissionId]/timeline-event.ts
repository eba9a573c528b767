import type { TimelineEvent } from '#components/timeline'
import { type Outcome, outcomeTitle } from '#lib/domain/decision'
import { type DocumentFieldName, documentFieldTitle } from '#lib/domain/document-field'
import { formatCount } from '#lib/domain/format'
import { type ReasonCode, reasons } from '#lib/domain/reasons'
import { type SkipReason, skipReasonTitle } from '#lib/domain/skip-reason'
import type { TimelineEntry } from '#lib/queries/case-timeline'

type Words = Pick<TimelineEvent, 'title' | 'detail' | 'tone'>

/** An audit event of the case, in words. */
export function timelineEvent({ id, at, type, actor, attempt, data }: TimelineEntry): TimelineEvent {
  const words = tellers[type]?.(data) ?? { title: type.replaceAll(/[._]/g, ' ') }
  const title = attempt && type === 'submission.received' ? `Attempt ${attempt} received` : words.title
  return { id, at, ...words, title, actor: actor === 'system' ? null : actor }
}

const tellers: Record<string, (data: TimelineEntry['data']) => Words> = {
  'submission.received': () => ({ title: 'Received', tone: 'info' }),
  'submission.checked': ({ flags }) => ({ title: 'Checks finished', detail: flagWords(flags) }),
  'submission.check_failed': () => ({ title: 'Checks could not be finished', tone: 'danger' }),
  'submission.check_requested': () => ({ title: 'Checks asked for again' }),
  'submission.claimed': () => ({ title: 'Claimed' }),
  'submission.released': () => ({ title: 'Claim given back' }),
  'pictures.shown': () => ({ title: 'Pictures shown to somebody who did not hold it' }),
  'submission.skipped': ({ reason }) => ({ title: 'Skipped', detail: skipReasonTitle[reason as SkipReason] ?? null }),
  'submission.snoozed': () => ({ title: 'Snoozed' }),
  'submission.woken': () => ({ title: 'Woken before its time' }),
  'submission.assigned': ({ userId }) => ({ title: userId ? 'Assigned to a colleague' : 'No longer assigned' }),
  'submission.escalated': () => ({ title: 'Sent to the second line', tone: 'warning' }),
  'submission.handed_over': () => ({ title: 'Handed over to a colleague' }),
  'submission.superseded': () => ({ title: 'Overtaken by a newer attempt' }),
  'submission.reviewed': () => ({ title: 'Reviewed; waits for another person', tone: 'info' }),
  'review.voided': ({ cause }) => ({
    title: 'Review put aside',
    detail: voidingText[String(cause)] ?? null,
    tone: 'warning',
  }),
  'submission.decided': decided,
  'submission.reopened': () => ({ title: 'Opened again', tone: 'warning' }),
  'submission.appealed': () => ({ title: 'Appeal recorded', tone: 'warning' }),
  'decision.undone': () => ({ title: 'Decision undone', tone: 'warning' }),
  'region.drawn': () => ({ title: 'Region drawn on a picture' }),
  'region.removed': () => ({ title: 'Drawn region taken back' }),
  'finding.marked': () => ({ title: 'Finding marked as wrong' }),
  'finding.unmarked': () => ({ title: 'Mark on a finding taken back' }),
  'field.corrected': ({ field }) => ({ title: 'Reading corrected by hand', detail: fieldWords(field) }),
  'field.correction_withdrawn': ({ field }) => ({ title: 'Correction taken back', detail: fieldWords(field) }),
  'note.written': () => ({ title: 'Note written' }),
  'note.withdrawn': () => ({ title: 'Note withdrawn' }),
  'message.sent': () => ({ title: 'Message sent to the customer', tone: 'success' }),
  'message.failed': () => ({ title: 'Message could not be sent', tone: 'danger' }),
  'link.issued': () => ({ title: 'Link for new photos issued' }),
}

const voidingText: Record<string, string> = {
  undone: 'Taken back',
  evidence_changed: 'The evidence changed after it',
  reasons_changed: 'The next person said otherwise',
  amended: 'The decision was amended',
}

const outcomeTone = { approved: 'success', rejected: 'danger', resubmission_requested: 'warning' } as const

function decided({ outcome, reasons: chosen }: TimelineEntry['data']): Words {
  const codes = Array.isArray(chosen)
    ? chosen.map(({ code }: { code: ReasonCode }) => reasons[code]?.title ?? code)
    : []
  return {
    title: outcomeTitle[outcome as Outcome] ?? 'Decided',
    detail: [...new Set(codes)].join(', ') || null,
    tone: outcomeTone[outcome as Outcome],
  }
}

function fieldWords(field: unknown): string | null {
  return documentFieldTitle[field as DocumentFieldName] ?? null
}

function flagWords(flags: unknown): string {
  if (!Array.isArray(flags) || flags.length === 0) return 'No problem found'
  return flags.length === 1 ? '1 check failed' : `${formatCount(flags.length)} checks failed`
}
