import { db } from '#lib/db/client'
import { databaseNow } from '#lib/db/transaction'
import type { ApiClientActor } from '#lib/domain/actor'
import type { Outcome } from '#lib/domain/decision'
import { reasons as catalogue, type ReasonCode } from '#lib/domain/reasons'
import { isDecided, type SubmissionStatus } from '#lib/domain/submission'
import { AppError } from '#lib/errors'
import { toldDecision } from '#lib/told-decision'
import { storedFinding } from './stored-finding.ts'

/**
 * What an API client may know of a submission of its own; anyone else's does not exist for it. An outcome appears once it
 * can no longer be undone. Internal reasons are told apart by `audience`, never shown to the customer as they are.
 */
export async function submissionStatus(client: ApiClientActor, submissionId: string) {
  const now = await databaseNow(db())
  const submission = await db().submission.findFirst({
    where: { id: submissionId, clientId: client.id },
    include: {
      case: { select: { reference: true, externalId: true } },
      captures: { orderBy: { kind: 'asc' } },
      currentCheckRun: { include: { findings: { include: { regions: { orderBy: { position: 'asc' } } } } } },
      decisions: {
        where: toldDecision(now),
        orderBy: { decidedAt: 'desc' },
        take: 1,
        include: { reasons: { orderBy: { position: 'asc' }, include: { capture: { select: { kind: true } } } } },
      },
    },
  })
  if (!submission) throw new AppError('NOT_FOUND')
  const [decision] = submission.decisions
  return {
    id: submission.id,
    status: toldStatus(submission.status, decision?.outcome ?? null),
    reference: submission.case.reference,
    externalId: submission.case.externalId,
    attempt: submission.attempt,
    receivedAt: submission.receivedAt.toISOString(),
    captures: submission.captures.map(({ kind, widthPx, heightPx, type, sizeBytes }) => ({
      kind,
      type,
      width: widthPx,
      height: heightPx,
      sizeBytes,
    })),
    findings: (submission.currentCheckRun?.findings ?? []).map((row) => {
      const { id: _, version, thresholds: __, ...finding } = storedFinding(row)
      const { kind } = submission.captures.find(({ id }) => id === row.captureId)!
      return { capture: kind, ...finding }
    }),
    outcome: decision?.outcome ?? null,
    decidedAt: decision?.decidedAt.toISOString() ?? null,
    reasons: (decision?.reasons ?? []).map(({ code, capture }) => {
      const { title, audience, finality } = catalogue[code as ReasonCode]
      return { code, capture: capture?.kind ?? null, title, audience, finality }
    }),
  }
}

/** What is not settled is still in review; how many people look at it is the house's own business. */
function toldStatus(status: SubmissionStatus, outcome: Outcome | null): SubmissionStatus {
  if (status === 'second_review') return 'ready_for_review'
  return isDecided(status) ? (outcome ?? 'ready_for_review') : status
}
