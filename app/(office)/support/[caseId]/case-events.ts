import { CircleCheck, CircleX, Inbox, Mail, RefreshCcw } from 'lucide-react'
import type { TimelineEvent } from '#components/timeline'
import { captureKindTitle } from '#lib/domain/capture'
import { type Outcome, outcomeTitle } from '#lib/domain/decision'
import type { SupportCase } from '#lib/queries/support-case'

const outcomeIcons = {
  approved: CircleCheck,
  rejected: CircleX,
  resubmission_requested: RefreshCcw,
} as const satisfies Record<Outcome, unknown>

const messageWords: Record<string, string> = {
  queued: 'Message waits to be sent',
  sent: 'Message sent',
  failed: 'Message could not be sent',
  cancelled: 'Message withdrawn',
}

/** Attempts, decisions and messages of a case, newest first. */
export function caseEvents({ attempts, messages }: Pick<SupportCase, 'attempts' | 'messages'>): TimelineEvent[] {
  const events: TimelineEvent[] = [
    ...attempts.map(({ attempt, receivedAt, captures }) => ({
      id: `received ${attempt}`,
      at: receivedAt,
      title: `Attempt ${attempt} received`,
      detail: captures.map((kind) => captureKindTitle[kind]).join(' · '),
      icon: Inbox,
    })),
    ...attempts.flatMap(({ attempt, outcome, decidedAt }) =>
      outcome && decidedAt
        ? { id: `decided ${attempt}`, at: decidedAt, title: outcomeTitle[outcome], icon: outcomeIcons[outcome] }
        : [],
    ),
    ...messages.map(({ subject, status, createdAt, sentAt }) => ({
      id: `message ${createdAt.toISOString()}`,
      at: sentAt ?? createdAt,
      title: messageWords[status] ?? status,
      detail: subject,
      icon: Mail,
    })),
  ]
  return events.sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime())
}
