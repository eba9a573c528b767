'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { startTransition, useState, useTransition } from 'react'
import { noteTaken } from '#components/next-case'
import { orRefusal } from '#components/or-refusal'
import { useRefresh } from '#components/session-lock'
import { offerUndo } from '#components/undo-decision'
import {
  type ChosenReason,
  decisionProblem,
  decisionProblemText,
  type Outcome,
  outcomeTitle,
} from '#lib/domain/decision'
import { decide } from './actions.ts'
import type { WorkspaceView } from './workspace-view.ts'

interface Draft {
  outcome: Outcome | null
  chosen: readonly ChosenReason[]
  note: string
}

const blank: Draft = { outcome: null, chosen: [], note: '' }

/** Reasons and note of the last decision, so that undoing it brings them back; the outcome has to be picked anew. In memory, and only one. */
let lastDraft: { submissionId: string; draft: Draft } | null = null

/** What is being decided, and how it ends: with the next submission, or with the queue when nothing is waiting. */
export function useDecision({ id, reference, undoSeconds }: WorkspaceView) {
  const router = useRouter()
  const refresh = useRefresh()
  const [draft, setDraft] = useState(() => (lastDraft?.submissionId === id ? lastDraft.draft : blank))
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const { outcome, chosen, note } = draft
  const problem = outcome && decisionProblem(outcome, chosen, note)

  const change = (part: Partial<Draft>) => {
    setError(null)
    setDraft((before) => ({ ...before, ...part }))
  }
  const toggleReason = (reason: ChosenReason) => {
    setError(null)
    setDraft((before) => {
      const rest = before.chosen.filter((other) => !sameReason(other, reason))
      return { ...before, chosen: rest.length < before.chosen.length ? rest : [...before.chosen, reason] }
    })
  }
  const confirm = () => {
    if (!outcome || problem || pending) return
    start(async () => {
      const decided = await orRefusal(
        decide({ submissionId: id, outcome, reasons: [...chosen], note: note.trim() || null }),
      )
      if (!decided.ok) {
        setError(decided.message)
        refresh()
        return
      }
      lastDraft = { submissionId: id, draft: { ...draft, outcome: null } }
      const { reviewId, next } = decided
      if (next) noteTaken(next)
      offerUndo({ reviewId, title: `${outcomeTitle[outcome]} ${reference}`, seconds: undoSeconds })
      startTransition(() => router.push((next ? `/review/${next.submissionId}` : '/queue') as Route))
    })
  }
  return {
    outcome,
    chosen,
    note,
    problem: problem && decisionProblemText[problem],
    error,
    pending,
    setOutcome: (next: Outcome | null) => change({ outcome: next }),
    setNote: (next: string) => change({ note: next }),
    toggleReason,
    confirm,
  }
}

function sameReason(a: ChosenReason, b: ChosenReason): boolean {
  return a.code === b.code && a.capture === b.capture
}
