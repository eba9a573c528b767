import { z } from 'zod'
import { authorise } from '#lib/authorise'
import type { Submission } from '#lib/db/generated/client'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor, UserActor } from '#lib/domain/actor'
import {
  chosenReasonSchema,
  type DecisionProblem,
  decisionProblem,
  decisionProblemText,
  outcomeSchema,
} from '#lib/domain/decision'
import { languageFor } from '#lib/domain/language'
import { renderMessage } from '#lib/domain/message'
import { policySchema } from '#lib/domain/policy'
import { next } from '#lib/domain/submission'
import { AppError, type Refused, refused } from '#lib/errors'
import { enqueue } from '#lib/jobs/queue'
import { wordingsInForce } from '#lib/wordings'
import { recordAuditEvent } from './record-audit-event.ts'

export const decideSubmissionInput = z.object({
  submissionId: z.uuid(),
  outcome: outcomeSchema,
  reasons: z.array(chosenReasonSchema).max(30),
  note: z.string().trim().max(4000).nullable(),
})
export type DecideSubmissionInput = z.infer<typeof decideSubmissionInput>

export interface Decided {
  ok: true
  decisionId: string
  /** Until then it can be undone, and nothing has left the house. */
  effectiveAt: Date
}

type DecisionRefusal = DecisionProblem | 'not_claimed' | 'already_decided'

/**
 * Decides under one's own lease. Decision, message, audit event and the job that sends it commit together; the job starts
 * once the undo window is over. The conditional update is the guard against a second reviewer.
 */
export async function decideSubmission(
  actor: Actor,
  input: DecideSubmissionInput,
): Promise<Decided | Refused<DecisionRefusal>> {
  const user = authorise(actor, 'submission:decide')
  const problem = decisionProblem(input.outcome, input.reasons, input.note)
  if (problem) return refused(problem, decisionProblemText[problem])

  return withTransaction(async (tx) => {
    const submission = await tx.submission.findUnique({ where: { id: input.submissionId } })
    if (!submission) throw new AppError('NOT_FOUND')
    const status = next(submission.status, { type: 'decided', outcome: input.outcome })
    if (!status) return alreadyDecided(tx, submission)
    const now = await databaseNow(tx)
    const held = await tx.claim.deleteMany({
      where: { submissionId: submission.id, userId: user.id, expiresAt: { gt: now } },
    })
    if (held.count === 0)
      return refused('not_claimed', 'Your claim has run out or somebody else holds it. Claim it again.')

    const moved = await tx.submission.updateMany({
      where: { id: submission.id, status: submission.status },
      data: { status, decidedAt: now },
    })
    if (moved.count === 0) throw new AppError('CONFLICT')
    return recordDecision(tx, user, submission, input, now)
  })
}

async function recordDecision(
  tx: Tx,
  user: UserActor,
  submission: Submission,
  { outcome, reasons, note }: DecideSubmissionInput,
  now: Date,
): Promise<Decided> {
  const captures = await tx.capture.findMany({
    where: { submissionId: submission.id },
    select: { id: true, kind: true },
  })
  const captureIdOf = new Map(captures.map(({ id, kind }) => [kind, id]))
  const { body } = await tx.policy.findUniqueOrThrow({ where: { id: submission.policyId } })
  const { undoSeconds } = policySchema.parse(body)
  const effectiveAt = new Date(now.getTime() + undoSeconds * 1000)

  const decision = await tx.decision.create({
    data: {
      submissionId: submission.id,
      outcome,
      decidedById: user.id,
      decidedAt: now,
      effectiveAt,
      note: note || null,
      checkRunId: submission.currentCheckRunId,
      reasons: {
        create: reasons.map(({ code, capture }, position) => ({
          code,
          captureId: capture ? (captureIdOf.get(capture) ?? null) : null,
          position,
        })),
      },
    },
  })
  await queueMessage(tx, submission, decision.id, { outcome, reasons })
  await recordAuditEvent(tx, user, {
    type: 'submission.decided',
    caseId: submission.caseId,
    submissionId: submission.id,
    data: { decisionId: decision.id, outcome, reasons: reasons.map(({ code, capture }) => ({ code, capture })) },
  })
  await enqueue(tx, 'notify-customer', { decisionId: decision.id }, { afterSeconds: undoSeconds })
  await notifyChange(tx, { type: 'submission', submissionId: submission.id })
  return { ok: true, decisionId: decision.id, effectiveAt }
}

/** Keeps the message exactly as it was previewed; a wording saved afterwards doesn't change it. */
async function queueMessage(
  tx: Tx,
  submission: Submission,
  decisionId: string,
  { outcome, reasons }: Pick<DecideSubmissionInput, 'outcome' | 'reasons'>,
): Promise<void> {
  const { email, locale, reference } = await tx.case.findUniqueOrThrow({ where: { id: submission.caseId } })
  const codes = reasons.map(({ code }) => code)
  const wordings = await wordingsInForce(tx, languageFor(locale).code, codes)
  await tx.message.create({
    data: {
      caseId: submission.caseId,
      submissionId: submission.id,
      decisionId,
      locale: languageFor(locale).code,
      recipient: email,
      ...renderMessage({ locale, outcome, reasons, wordings, reference }),
      templates: Object.fromEntries(Object.entries(wordings).map(([code, { version }]) => [code, version])),
    },
  })
}

async function alreadyDecided(tx: Tx, submission: Submission): Promise<Refused<'already_decided'>> {
  const decision = await tx.decision.findFirst({
    where: { submissionId: submission.id, undoneAt: null },
    orderBy: { decidedAt: 'desc' },
    include: { decidedBy: { select: { name: true } } },
  })
  const message = decision
    ? `${decision.decidedBy.name} decided this at ${decision.decidedAt.toISOString().slice(11, 16)} UTC. Nothing you typed is lost.`
    : 'This submission can no longer be decided: its checks are running again or a newer attempt has come in.'
  return refused('already_decided', message)
}
