import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notifyChange } from '#lib/db/notify'
import { type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor, UserActor } from '#lib/domain/actor'
import { checklistSchema } from '#lib/domain/checklist-schema'
import { decisionProblem, decisionProblemText, type Outcome, outcomeSchema } from '#lib/domain/decision'
import { chosenReasonSchema } from '#lib/domain/decision-schema'
import { evidenceSchema } from '#lib/domain/evidence'
import { renderedMessageSchema } from '#lib/domain/message'
import { verdict } from '#lib/domain/second-review'
import { next } from '#lib/domain/submission'
import { AppError, refused } from '#lib/errors'
import { composeMessage } from './decide-submission/compose-message.ts'
import { type DecisionRefused, notTheSame, refusalOf } from './decide-submission/decision-refused.ts'
import { isDrawn } from './decide-submission/is-drawn.ts'
import { openJudgement } from './decide-submission/open-judgement.ts'
import { recordDecision } from './decide-submission/record-decision.ts'
import { recordReview, voidReviews } from './decide-submission/record-review.ts'

export const decideSubmissionInput = z.object({
  submissionId: z.uuid(),
  outcome: outcomeSchema,
  reasons: z.array(chosenReasonSchema).max(30),
  note: z.string().trim().max(4000).nullable(),
  checklist: checklistSchema.optional(),
  /** What the page showed. Where it is out of date nothing is decided; left out where there is no page to be out of date. */
  seen: z.object({ evidence: evidenceSchema, message: renderedMessageSchema.nullable() }).optional(),
  /** The decision of one's own that this one amends. */
  amends: z.uuid().optional(),
})
export type DecideSubmissionInput = z.infer<typeof decideSubmissionInput>

export interface Decided {
  ok: true
  reviewId: string
  /** Null while another person has to review, too. */
  decisionId: string | null
  /** Until then it can be undone, and nothing has left the house; null where somebody else's word was released. */
  undoUntil: Date | null
}

/**
 * Gives one's judgement, under one's own lease or over one's own decision. Where the policy asks for one person it is the decision;
 * message, audit event and the job that sends it commit with it, and the job starts once the undo window is over. Else
 * the submission waits for somebody else. The row is locked: of many who decide at once one wins, the others are told who.
 */
export async function decideSubmission(actor: Actor, input: DecideSubmissionInput): Promise<Decided | DecisionRefused> {
  const user = authorise(actor, 'submission:decide')
  const problem = decisionProblem(input.outcome, input.reasons, input.note, Boolean(input.amends))
  if (problem) return refused(problem, decisionProblemText[problem])

  return withTransaction(async (tx) => {
    const judgement = await openJudgement(tx, user, input)
    const message = await composeMessage(tx, judgement.submission, input)
    const refusal = refusalOf(judgement, user, input) ?? notTheSame(judgement, message, input)
    if (refusal) return refusal
    if (!input.amends && !(await spendClaim(tx, user, judgement.submission.id, judgement.now))) {
      return refused('not_claimed', 'Your claim has run out or somebody else holds it. Claim it again.')
    }
    return settle(tx, user, input, judgement, message)
  })
}

type Judgement = Awaited<ReturnType<typeof openJudgement>>
type Message = Awaited<ReturnType<typeof composeMessage>>

async function settle(
  tx: Tx,
  user: UserActor,
  input: DecideSubmissionInput,
  judgement: Judgement,
  message: Message,
): Promise<Decided> {
  const { submission, policy, now, replaced } = judgement
  if (replaced) await replaceDecision(tx, user, judgement, replaced.id)
  const standing = replaced ? [] : judgement.standing
  const first = submission._count.reopenings === 0 && !replaced
  const sampled = first && isDrawn(submission.id, policy.blindReviewShare)
  const said = verdict(policy, submission, { standing, mine: input, sampled })
  if (said.step === 'wait') await voidReviews(tx, user, submission, said.voids, 'reasons_changed', now)
  const reviewId = await recordReview(tx, user, judgement, input, said, standing[0]?.id)

  const released = said.step === 'decide' && said.of !== 'mine' ? said.of : null
  const mine = { id: reviewId, outcome: input.outcome, reasons: input.reasons, note: input.note, reviewerId: user.id }
  const decisive = released ?? mine
  await move(tx, judgement, said.step === 'wait' ? null : decisive.outcome)
  // Somebody else's word was not this person's to take back.
  const undoUntil = released ? null : new Date(now.getTime() + policy.undoSeconds * 1000)
  if (said.step === 'wait') return { ok: true, reviewId, decisionId: null, undoUntil }
  const told = released ? await composeMessage(tx, submission, released) : message
  const decisionId = await recordDecision(tx, user, judgement, { ...decisive, message: told, undoUntil })
  return { ok: true, reviewId, decisionId, undoUntil }
}

/** What an amendment corrects stays on record, with all that led to it, and no longer counts. */
async function replaceDecision(tx: Tx, user: UserActor, judgement: Judgement, id: string): Promise<void> {
  await voidReviews(tx, user, judgement.submission, judgement.standing, 'amended', judgement.now)
  await tx.decision.update({ where: { id }, data: { replacedAt: judgement.now } })
}

/** To its outcome, or to wait for another person where there is none yet. */
async function move(tx: Tx, { submission, replaced, now }: Judgement, outcome: Outcome | null): Promise<void> {
  const amends = replaced !== null
  const status = next(submission.status, outcome ? { type: 'decided', outcome, amends } : { type: 'reviewed', amends })
  if (!status) throw new AppError('CONFLICT')
  // The next word is somebody else's, whoever it was assigned to.
  const where = { id: submission.id }
  await tx.submission.update({ where, data: { status, decidedAt: outcome ? now : null, assignedToId: null } })
  await notifyChange(tx, { type: 'submission', submissionId: submission.id })
}

/** The lease is used up by the judgement; false where it is not one's own any more. */
async function spendClaim(tx: Tx, { id: userId }: UserActor, submissionId: string, now: Date): Promise<boolean> {
  const { count } = await tx.claim.deleteMany({ where: { submissionId, userId, expiresAt: { gt: now } } })
  return count > 0
}
