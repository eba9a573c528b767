import { type AuditEventType, auditEventTypes } from '#lib/domain/audit-event'
import { type Outcome, outcomeTitle } from '#lib/domain/decision'
import { type DocumentFieldName, documentFieldTitle } from '#lib/domain/document-field'
import { type ReasonCode, reasons } from '#lib/domain/reasons'
import { type SkipReason, skipReasonTitle } from '#lib/domain/skip-reason'
import type { AuditRow } from '#lib/queries/audit-log'

/** What each event says, after the name of who did it. `{user}` is the person it was done to. */
const words: Record<AuditEventType, string> = {
  'submission.received': 'sent a submission',
  'submission.refused': 'sent files that were turned away',
  'submission.checked': 'ran the checks',
  'submission.check_failed': 'could not finish the checks',
  'submission.check_requested': 'asked for the checks to run again',
  'submission.claimed': 'took the submission',
  'submission.released': 'gave the submission back',
  'submission.skipped': 'skipped the submission',
  'submission.snoozed': 'snoozed the submission',
  'submission.woken': 'woke the submission before its time',
  'submission.assigned': 'assigned the submission to {user}',
  'submission.escalated': 'sent the submission to the second line',
  'submission.handed_over': 'handed the submission over to {user}',
  'submission.reviewed': 'reviewed; another person has to review, too',
  'submission.decided': 'decided',
  'submission.reopened': 'opened the decided submission again',
  'submission.appealed': 'recorded an appeal',
  'submission.superseded': 'closed an attempt, since a newer one came in',
  'decision.undone': 'took the decision back',
  'review.voided': 'put a review aside',
  'capture.viewed': 'looked at a picture',
  'pictures.shown': 'asked to see the pictures without holding the submission',
  'field.corrected': 'corrected what the machine read',
  'field.correction_withdrawn': 'took a correction back',
  'note.written': 'wrote an internal note',
  'note.withdrawn': 'withdrew an internal note',
  'capture.rotated': 'turned a picture for those who look at it next',
  'region.drawn': 'drew a region on a picture',
  'region.removed': 'took a drawn region back',
  'finding.marked': 'marked a finding as wrong',
  'finding.unmarked': 'took a mark on a finding back',
  'message.sent': 'sent the message to the customer',
  'message.failed': 'could not send the message to the customer',
  'link.issued': 'made a new link for the customer',
  'wording.saved': 'saved a wording',
  'user.invited': 'invited {user}',
  'user.changed': 'changed the access of {user}',
  'user.preferences_saved': 'changed their own keys',
  'user.signed_in': 'signed in',
  'user.sign_in_failed': 'was refused at sign-in',
  'user.signed_out': 'signed out',
  'session.locked': 'locked their screen, or left it idle',
  'session.unlocked': 'unlocked their screen',
  'api_client.created': 'made an API key',
  'api_client.revoked': 'revoked an API key',
  'stats.exported': 'exported figures',
  'queue.exported': 'exported the queue',
  'view.saved': 'saved a view of the queue',
  'view.deleted': 'deleted a view of the queue',
}

/** The door records these before it knows, or without knowing, who stands there: they are about a person, and told so. */
const aboutThemselves: readonly string[] = ['user.signed_in', 'user.sign_in_failed', 'user.signed_out']

/** An entry as a sentence: who, and what they did. `nameOf` knows people and clients by id. */
export function eventSentence(
  { type, actor, data }: Pick<AuditRow, 'type' | 'actor' | 'data'>,
  nameOf: ReadonlyMap<string, string>,
): { who: string; did: string } {
  const user = data.userId === null ? 'nobody' : (nameOf.get(String(data.userId)) ?? 'somebody')
  const who = aboutThemselves.includes(type) ? user : (nameless[actor] ?? actor)
  if (!isKnown(type)) return { who, did: type }
  const did = words[type].replace('{user}', user)
  const more = furtherWords(type, data)
  return { who: sentenceCase(who), did: more ? `${did}: ${more}` : did }
}

/** Actors who aren't people or clients with a name. */
const nameless: Record<string, string> = { system: 'Retake', customer: 'The customer' }

/** Choices for the filter: each type with what it says. */
export const eventTypeOptions = auditEventTypes.map(
  (type) => [type, sentenceCase(words[type].replace('{user}', 'a user'))] as const,
)

function furtherWords(type: AuditEventType, data: AuditRow['data']): string | null {
  switch (type) {
    case 'submission.decided':
      return outcomeTitle[data.outcome as Outcome]?.toLowerCase() ?? null
    case 'wording.saved':
      return `${reasons[data.code as ReasonCode]?.title ?? data.code}, ${data.locale}, version ${data.version}`
    case 'field.corrected':
    case 'field.correction_withdrawn':
      return documentFieldTitle[data.field as DocumentFieldName]?.toLowerCase() ?? null
    case 'submission.skipped':
      return skipReasonTitle[data.reason as SkipReason]?.toLowerCase() ?? null
    case 'queue.exported':
      return `${data.rows} rows`
    case 'stats.exported':
      return `${data.table}, ${data.days} days`
    default:
      return null
  }
}

function isKnown(type: string): type is AuditEventType {
  return (auditEventTypes as readonly string[]).includes(type)
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
