'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { startTransition, useState, useTransition } from 'react'
import { noteTaken } from '#components/next-case'
import { orRefusal } from '#components/or-refusal'
import { useRefresh } from '#components/session-lock'
import { toast } from '#components/ui/toast'
import { offerUndo } from '#components/undo-decision'
import { type Checklist, type ChecklistAnswer, keepsFromApproval } from '#lib/domain/checklist'
import {
  type ChosenReason,
  decisionProblem,
  decisionProblemText,
  type Outcome,
  outcomeTitle,
} from '#lib/domain/decision'
import type { Evidence } from '#lib/domain/evidence'
import type { DecisionDesk } from '#lib/queries/decision-desk'
import { decide } from './actions.ts'
import { blankDraft, type Draft, draftOf, keepDraft } from './decision-draft.ts'
import type { WorkspaceView } from './workspace-view.ts'

/** Why the last confirmation was refused, with the moment it speaks of. */
export interface DecisionError {
  message: string
  at?: Date | undefined
}

/** Every language's texts come with it: fetched once the page stands, and there before anybody needs it. */
export const loadCustomerMessage = () => import('./customer-message.tsx')

/** What is being decided, and how it ends: with the next submission, or with the queue when nothing is waiting. */
export function useDecision(view: WorkspaceView, desk: DecisionDesk, evidence: Evidence) {
  const { id, reference, undoSeconds } = view
  const router = useRouter()
  const refresh = useRefresh()
  const [draft, setDraft] = useState(() => draftOf(id))
  const [amending, setAmending] = useState(false)
  const [error, setError] = useState<DecisionError | null>(null)
  const [pending, start] = useTransition()
  const { outcome, chosen, note, answers } = draft
  const amends = amending ? desk.amends : null
  const problem = outcome && problemOf(draft, desk, amends !== null)

  const change = (part: (before: Draft) => Partial<Draft>) => {
    setError(null)
    setDraft((before) => ({ ...before, ...part(before) }))
  }
  const setOutcome = (next: Outcome | null) => {
    if (next === null) setAmending(false)
    change(() => ({ outcome: next }))
  }
  const confirm = () => {
    if (!outcome || problem || pending) return
    start(async () => {
      const sent = await orRefusal(
        loadCustomerMessage().then(({ previewedMessage }) =>
          decide({
            submissionId: id,
            outcome,
            reasons: [...chosen],
            note: note.trim() || null,
            checklist: [...answers],
            seen: { evidence, message: previewedMessage({ view, desk, outcome, chosen }) },
            ...(amends && { amends }),
          }),
        ),
      )
      if (!sent.ok) {
        setError({ message: sent.message, at: 'at' in sent ? sent.at : undefined })
        refresh()
        return
      }
      keepDraft(id, draft)
      const { reviewId, decisionId, undoUntil, next } = sent
      if (next) noteTaken(next)
      const said = decisionId ? outcomeTitle[outcome] : `${outcomeTitle[outcome]}, waits for another person:`
      const title = `${said} ${reference}`
      if (undoUntil) offerUndo({ reviewId, title, seconds: undoSeconds })
      else toast({ title, tone: 'success' })
      if (amends) {
        setAmending(false)
        setDraft(blankDraft)
        refresh()
      } else startTransition(() => router.push((next ? `/review/${next.submissionId}` : '/queue') as Route))
    })
  }
  return {
    ...draft,
    amending: amends !== null,
    problem,
    error,
    pending,
    setOutcome,
    setNote: (next: string) => change(() => ({ note: next })),
    answer: (item: string, answer: ChecklistAnswer) =>
      change((before) => ({
        answers: [...before.answers.filter((one) => one.id !== item), { id: item, answer }],
      })),
    toggleReason: (reason: ChosenReason) =>
      change(({ chosen: before }) => {
        const rest = before.filter((other) => !sameReason(other, reason))
        return { chosen: rest.length < before.length ? rest : [...before, reason] }
      }),
    /** Points the customer to a place for a reason, or to none. */
    place: (reason: ChosenReason, region: ChosenReason['region']) =>
      change(({ chosen: before }) => ({
        chosen: before.map((one) =>
          sameReason(one, reason) ? { ...withoutRegion(one), ...(region && { region }) } : one,
        ),
      })),
    /** Starts from the decision that stands; the note says why it changes. */
    amend: (from: { outcome: Outcome; reasons: readonly ChosenReason[] }) => {
      setAmending(true)
      change(() => ({ outcome: from.outcome, chosen: from.reasons, note: '' }))
    },
    confirm,
  }
}
export type DecisionControl = ReturnType<typeof useDecision>

function problemOf({ outcome, chosen, note, answers }: Draft, desk: DecisionDesk, amends: boolean): string | null {
  const problem = decisionProblem(outcome!, chosen, note, amends)
  if (problem) return decisionProblemText[problem]
  const unanswered = outcome === 'approved' ? keepsFromApproval(desk.checklist, answers as Checklist) : null
  return unanswered && `The checklist needs a "yes" first: ${unanswered.title}.`
}

function sameReason(a: ChosenReason, b: ChosenReason): boolean {
  return a.code === b.code && a.capture === b.capture
}

function withoutRegion({ code, capture }: ChosenReason): ChosenReason {
  return { code, capture }
}
