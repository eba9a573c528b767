import type { UserActor } from '#lib/domain/actor'
import { itemsFor, keepsFromApproval } from '#lib/domain/checklist'
import type { DecisionProblem } from '#lib/domain/decision'
import { changedParts, changesInWords } from '#lib/domain/evidence'
import { type RenderedMessage, sameMessage } from '#lib/domain/message'
import { next } from '#lib/domain/submission'
import { type Refused, refused } from '#lib/errors'
import type { DecideSubmissionInput } from '../decide-submission.ts'
import type { OpenJudgement } from './open-judgement.ts'

export type DecisionRefusal =
  | DecisionProblem
  | 'not_claimed'
  | 'already_decided'
  | 'reviewed_before'
  | 'not_yours'
  | 'still_undoable'
  | 'checklist_unanswered'
  | 'evidence_changed'
  | 'message_changed'

/** `at` is the moment a refusal speaks of, for the screen to show in the viewer's own zone. */
export type DecisionRefused = Refused<DecisionRefusal> & { at?: Date }

/** Why this person can't judge this submission now, or null. */
export function refusalOf(
  judgement: OpenJudgement,
  user: UserActor,
  input: DecideSubmissionInput,
): DecisionRefused | null {
  const refusal = input.amends ? amendmentRefusal(judgement, user) : judgementRefusal(judgement, user)
  if (refusal || input.outcome !== 'approved') return refusal
  const sent = judgement.submission.captures.map(({ kind }) => kind)
  const missing = keepsFromApproval(itemsFor(judgement.policy.checklist, sent), input.checklist ?? [])
  return missing && refused('checklist_unanswered', `An approval needs a "yes" to this: ${missing.question}`)
}

function judgementRefusal({ submission, decision, mayReview, now }: OpenJudgement, user: UserActor) {
  if (!next(submission.status, { type: 'reviewed' })) return alreadyDecided(decision)
  if (!mayReview) {
    return refused('reviewed_before', 'You have reviewed this submission. The second person is somebody else.')
  }
  const { claim } = submission
  if (claim?.userId === user.id && claim.expiresAt > now) return null
  return refused('not_claimed', 'Your claim has run out or somebody else holds it. Claim it again.')
}

function amendmentRefusal({ submission, decision, replaced, now }: OpenJudgement, user: UserActor) {
  if (!replaced || !next(submission.status, { type: 'reviewed', amends: true })) return alreadyDecided(decision)
  if (replaced.decidedById !== user.id) {
    return refused('not_yours', `${replaced.decidedBy.name} decided this. A manager can open it again.`)
  }
  if (replaced.effectiveAt > now) return refused('still_undoable', 'Nothing has left the house yet: undo it instead.')
  return null
}

function alreadyDecided(decision: OpenJudgement['decision']): DecisionRefused {
  if (decision) {
    const message = `${decision.decidedBy.name} decided this. Nothing you typed is lost.`
    return { ...refused('already_decided', message), at: decision.decidedAt }
  }
  const message =
    'This submission can no longer be decided: its checks are running again or a newer attempt has come in.'
  return refused('already_decided', message)
}

/** Whether what was seen is what there is: the evidence, and the message to the byte. */
export function notTheSame(
  { evidence }: OpenJudgement,
  message: RenderedMessage,
  { seen }: DecideSubmissionInput,
): DecisionRefused | null {
  if (!seen) return null
  const changed = changedParts(seen.evidence, evidence)
  if (changed.length > 0) {
    const text = `Since you opened this, ${changesInWords(changed)}. Look again, then confirm once more.`
    return refused('evidence_changed', text)
  }
  if (seen.message && !sameMessage(seen.message, message)) {
    return refused('message_changed', 'A wording was saved meanwhile. Read the message again, then confirm once more.')
  }
  return null
}
