import type { Checklist } from '#lib/domain/checklist'
import type { ChosenReason, Outcome } from '#lib/domain/decision'

/** What a reviewer has typed and picked so far. */
export interface Draft {
  outcome: Outcome | null
  chosen: readonly ChosenReason[]
  note: string
  answers: Readonly<Checklist>
}

export const blankDraft: Draft = { outcome: null, chosen: [], note: '', answers: [] }

/** The last decision as it was made, so that undoing it brings everything back. In memory, and only one. */
let last: { submissionId: string; draft: Draft } | null = null

export function keepDraft(submissionId: string, draft: Draft): void {
  last = { submissionId, draft }
}

/** What to start from: what was typed before it was undone, or nothing. */
export function draftOf(submissionId: string): Draft {
  return last?.submissionId === submissionId ? last.draft : blankDraft
}
