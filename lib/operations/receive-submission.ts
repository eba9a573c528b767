import { createHash } from 'node:crypto'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import type { SubmissionMetadata, UploadedFile } from '#lib/domain/intake'
import type { Refusal } from '#lib/domain/refusal'
import type { SubmissionStatus } from '#lib/domain/submission'
import { AppError } from '#lib/errors'
import { type InspectedFile, inspectFiles } from './receive-submission/inspect-files.ts'
import { policyInForce } from './receive-submission/policy-in-force.ts'
import { storeAttempt } from './receive-submission/store-attempt.ts'
import { recordAuditEvent } from './record-audit-event.ts'

export interface ReceiveSubmissionInput {
  clientId: string
  source: 'api' | 'intake' | 'customer'
  metadata: SubmissionMetadata
  files: UploadedFile[]
  idempotencyKey: string | null
}

export interface Received {
  ok: true
  submissionId: string
  caseReference: string
  status: SubmissionStatus
  attempt: number
  /** True where the idempotency key had been used for the same request before. */
  replayed: boolean
}

export interface FilesRefused {
  ok: false
  reason: 'files_refused'
  refusals: (Refusal & { kind: UploadedFile['kind'] })[]
}

/**
 * Stores one attempt and queues its checks. Files are judged by their bytes before anything is stored; a refusal leaves
 * nothing but an audit event. A customer's link is used up with the submission.
 */
export async function receiveSubmission(actor: Actor, sent: ReceiveSubmissionInput): Promise<Received | FilesRefused> {
  authoriseSending(actor, sent.clientId)
  const input = { ...sent, idempotencyKey: ownKey(actor, sent.idempotencyKey) }
  const requestHash = hashRequest(input)
  const earlier = await replay(input, requestHash)
  if (earlier) return earlier

  const policy = await policyInForce(input.clientId)
  const { accepted, refusals } = await inspectFiles(input.files, policy.body)
  if (refusals.length > 0) {
    await withTransaction((tx) =>
      recordAuditEvent(tx, actor, {
        type: 'submission.refused',
        data: { clientId: input.clientId, refusals: refusals.map(({ kind, code }) => ({ kind, code })) },
      }),
    )
    return { ok: false, reason: 'files_refused', refusals }
  }
  return storeOnce(actor, input, { policy, requestHash, accepted })
}

/** A client sends for itself, a person for any client; that a customer's link is of the case they send for is seen as it is spent. */
function authoriseSending(actor: Actor, clientId: string): void {
  if (actor.kind === 'user') authorise(actor, 'submission:receive')
  else if (actor.kind === 'system' || (actor.kind === 'api_client' && actor.id !== clientId)) {
    throw new AppError('FORBIDDEN')
  }
}

/** A customer's keys count under their link, so that they can't take one the client means to use: its own hold no spaces. */
function ownKey(actor: Actor, key: string | null): string | null {
  return key && actor.kind === 'customer' ? `link ${actor.linkId} ${key}` : key
}

/** Two requests may race on the case or on the idempotency key: the loser looks again instead of failing. */
async function storeOnce(
  actor: Actor,
  input: ReceiveSubmissionInput,
  facts: { policy: Awaited<ReturnType<typeof policyInForce>>; requestHash: string; accepted: InspectedFile[] },
): Promise<Received> {
  for (let tries = 0; ; tries++) {
    try {
      return await withTransaction((tx) => storeAttempt(tx, actor, input, facts))
    } catch (error) {
      if (!isUniqueViolation(error) || tries >= 2) throw error
      const earlier = await replay(input, facts.requestHash)
      if (earlier) return earlier
    }
  }
}

async function replay({ clientId, idempotencyKey }: ReceiveSubmissionInput, hash: string): Promise<Received | null> {
  if (!idempotencyKey) return null
  const earlier = await db().submission.findUnique({
    where: { clientId_idempotencyKey: { clientId, idempotencyKey } },
    include: { case: { select: { reference: true } } },
  })
  if (!earlier) return null
  if (earlier.requestHash !== hash) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  const { id, status, attempt } = earlier
  return { ok: true, submissionId: id, caseReference: earlier.case.reference, status, attempt, replayed: true }
}

function hashRequest({ metadata, files }: ReceiveSubmissionInput): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(metadata).sort()))
  for (const { kind, bytes } of [...files].sort((a, b) => a.kind.localeCompare(b.kind))) {
    hash.update(`\n${kind}:`).update(createHash('sha256').update(bytes).digest())
  }
  return hash.digest('hex')
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
