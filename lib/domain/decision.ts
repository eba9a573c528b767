import { z } from 'zod'
import { type CaptureKind, captureKinds } from './capture.ts'
import type { chosenReasonSchema } from './decision-schema.ts'
import { byActionability, type ReasonCode, reasons } from './reasons.ts'

export const outcomes = ['approved', 'rejected', 'resubmission_requested'] as const
export const outcomeSchema = /* @__PURE__ */ z.enum(outcomes)
export type Outcome = z.infer<typeof outcomeSchema>

export type ChosenReason = z.infer<typeof chosenReasonSchema>

export const outcomeTitle: Record<Outcome, string> = {
  approved: 'Approved',
  rejected: 'Rejected',
  resubmission_requested: 'Resubmission requested',
}

export type DecisionProblem =
  | 'reasons_missing'
  | 'reasons_on_approval'
  | 'note_missing'
  | 'reason_is_final'
  | 'amendment_note_missing'

/**
 * What forbids this decision, or null. A refusal names at least one reason, an approval none; "other" needs a note that says
 * what, and so does an amendment; asking again makes no sense for a reason no new photo can mend.
 */
export function decisionProblem(
  outcome: Outcome,
  chosen: readonly ChosenReason[],
  note: string | null,
  amends = false,
): DecisionProblem | null {
  if (amends && !note?.trim()) return 'amendment_note_missing'
  if (outcome === 'approved') return chosen.length > 0 ? 'reasons_on_approval' : null
  if (chosen.length === 0) return 'reasons_missing'
  if (chosen.some(({ code }) => code === 'other_needs_human') && !note?.trim()) return 'note_missing'
  if (outcome === 'resubmission_requested' && chosen.some(({ code }) => reasons[code].finality === 'final')) {
    return 'reason_is_final'
  }
  return null
}

export const decisionProblemText: Record<DecisionProblem, string> = {
  reasons_missing: 'Choose at least one reason, so that the customer knows what to do.',
  reasons_on_approval: 'An approval carries no reasons. Take them off, or reject.',
  note_missing: 'The reason "Other" needs a note that says what it is.',
  amendment_note_missing: 'Say in the note why the decision is amended.',
  reason_is_final: 'One of the reasons is final: no new photo can mend it. Reject, or take it off.',
}

/** True where two people say the same: the outcome, and on each capture the same reasons. Places and notes may differ. */
export function sameJudgement(a: Judgement, b: Judgement): boolean {
  return a.outcome === b.outcome && reasonKeys(a).join() === reasonKeys(b).join()
}

export interface Judgement {
  outcome: Outcome
  reasons: readonly ChosenReason[]
}

function reasonKeys({ reasons }: Judgement): string[] {
  return [...new Set(reasons.map(({ code, capture }) => `${capture ?? ''} ${code}`))].sort()
}

/** Reasons by capture in order of capture kinds, the whole submission last; codes the most actionable first. */
export function reasonsByCapture(
  reasons: readonly ChosenReason[],
): { capture: CaptureKind | null; codes: ReasonCode[] }[] {
  const captures = [...new Set(reasons.map(({ capture }) => capture))].sort((a, b) => placeOf(a) - placeOf(b))
  return captures.map((capture) => ({
    capture,
    codes: byActionability(reasons.filter((reason) => reason.capture === capture).map(({ code }) => code)),
  }))
}

function placeOf(capture: CaptureKind | null): number {
  return capture ? captureKinds.indexOf(capture) : captureKinds.length
}
