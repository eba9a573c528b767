import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Capture } from '#lib/db/generated/client'
import { databaseNow } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type CaptureKind, captureKinds, type DocumentType } from '#lib/domain/capture'
import { claimStanding } from '#lib/domain/claim'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import type { Finding } from '#lib/domain/finding'
import { languageFor } from '#lib/domain/language'
import { policySchema } from '#lib/domain/policy'
import { byActionability, type ReasonCode } from '#lib/domain/reasons'
import type { SubmissionStatus } from '#lib/domain/submission'
import { AppError } from '#lib/errors'
import { type WordingsInForce, wordingsInForce } from '#lib/wordings'
import { storedFinding } from './stored-finding.ts'

export interface WorkspaceCapture {
  id: string
  kind: CaptureKind
  widthPx: number
  heightPx: number
  viewWidthPx: number
  viewHeightPx: number
  type: string
  sizeBytes: number
  sha256: string
  orientation: number
  /** Degrees clockwise its last viewer turned it by. */
  rotation: number
  metadata: Record<string, string>
  /** True where it was taken over from the attempt before. */
  carried: boolean
  findings: (Finding & { id: string })[]
  suggested: ReasonCode[]
}

export interface WorkspaceAttempt {
  submissionId: string
  attempt: number
  status: SubmissionStatus
  receivedAt: Date
  decision: {
    outcome: Outcome
    decidedAt: Date
    decidedBy: string
    note: string | null
    reasons: ChosenReason[]
  } | null
}

export interface ReviewWorkspace {
  id: string
  caseId: string
  reference: string
  externalId: string
  clientName: string
  policyTitle: string
  status: SubmissionStatus
  attempt: number
  documentType: DocumentType
  country: string
  declaredName: string | null
  declaredBirthDate: Date | null
  receivedAt: Date
  dueAt: Date
  undoSeconds: number
  captures: WorkspaceCapture[]
  /** Captures the policy asks for that nobody sent. */
  missing: CaptureKind[]
  /** The run in progress, or null. */
  running: { done: number; total: number } | null
  claim: { standing: 'free' | 'mine' | 'theirs'; holder: string | null; expiresAt: Date | null }
  /** The database's time when this was read, to count leases down from. */
  now: Date
  attempts: WorkspaceAttempt[]
  /** What the preview of the customer's message is made from. */
  message: { locale: string; wordings: WordingsInForce }
}

/** Everything a reviewer needs of one submission. Personal data stays here: it is read only by those who may review. */
export async function reviewWorkspace(actor: Actor, submissionId: string): Promise<ReviewWorkspace> {
  const user = authorise(actor, 'submission:review')
  const submission = await db().submission.findUnique({
    where: { id: submissionId },
    include: {
      case: { include: { submissions: { include: attemptParts, orderBy: { attempt: 'desc' } } } },
      client: { select: { name: true } },
      policy: true,
      captures: true,
      checkRuns: { where: { status: 'running' }, orderBy: { startedAt: 'desc' }, take: 1, include: runParts },
      currentCheckRun: { include: runParts },
      claim: { include: { user: { select: { name: true } } } },
    },
  })
  if (!submission) throw new AppError('NOT_FOUND')
  const { case: owner, currentCheckRun, policy, client } = submission
  const [running = null] = submission.checkRuns
  const found = latestFindings(running?.findings ?? [], currentCheckRun?.findings ?? [])
  const now = await databaseNow(db())
  const body = policySchema.parse(policy.body)
  const locale = languageFor(owner.locale).code
  const sent = submission.captures.map(({ kind }) => kind)

  return {
    id: submission.id,
    caseId: owner.id,
    reference: owner.reference,
    externalId: owner.externalId,
    clientName: client.name,
    policyTitle: `${body.title}, version ${policy.version}`,
    status: submission.status,
    attempt: submission.attempt,
    documentType: submission.documentType,
    country: submission.country,
    declaredName: owner.declaredName,
    declaredBirthDate: owner.declaredBirthDate,
    receivedAt: submission.receivedAt,
    dueAt: submission.dueAt,
    undoSeconds: body.undoSeconds,
    captures: submission.captures
      .toSorted((a, b) => captureKinds.indexOf(a.kind) - captureKinds.indexOf(b.kind))
      .map((capture) => captureOf(capture, found)),
    missing: (body.requiredCaptures[submission.documentType] ?? []).filter((kind) => !sent.includes(kind)),
    running: running && { done: running.done, total: running.total },
    claim: claimOf(submission.claim, user.id, now),
    now,
    attempts: owner.submissions.map(attemptOf),
    message: { locale, wordings: await wordingsInForce(db(), locale) },
  }
}

type FindingRow = Parameters<typeof storedFinding>[0]

function captureOf(capture: Capture, found: readonly FindingRow[]): WorkspaceCapture {
  const findings = found.filter(({ captureId }) => captureId === capture.id)
  return {
    ...capture,
    metadata: capture.metadata as Record<string, string>,
    carried: capture.carriedFrom !== null,
    findings: findings.map(storedFinding),
    suggested: byActionability(findings.flatMap(({ reasons }) => reasons as ReasonCode[])),
  }
}

type ClaimRow = { userId: string; expiresAt: Date; user: { name: string } }

function claimOf(claim: ClaimRow | null, viewerId: string, now: Date): ReviewWorkspace['claim'] {
  const standing = claimStanding(claim, viewerId, now)
  if (!claim || standing === 'free') return { standing: 'free', holder: null, expiresAt: null }
  return { standing, holder: claim.user.name, expiresAt: claim.expiresAt }
}

const runParts = { findings: { include: { regions: { orderBy: { position: 'asc' as const } } } } }

/** What the run under way has found so far, and of the run before it what has not been judged again yet. */
function latestFindings<Row extends { captureId: string; check: string }>(fresh: Row[], earlier: Row[]): Row[] {
  const judged = new Set(fresh.map(({ captureId, check }) => `${captureId} ${check}`))
  return [...fresh, ...earlier.filter(({ captureId, check }) => !judged.has(`${captureId} ${check}`))]
}

const attemptParts = {
  decisions: {
    where: { undoneAt: null, replacedAt: null },
    orderBy: { decidedAt: 'desc' as const },
    take: 1,
    include: {
      decidedBy: { select: { name: true } },
      reasons: { orderBy: { position: 'asc' as const }, include: { capture: { select: { kind: true } } } },
    },
  },
}

type AttemptRow = Awaited<ReturnType<typeof attemptRows>>[number]
const attemptRows = (caseId: string) => db().submission.findMany({ where: { caseId }, include: attemptParts })

function attemptOf({ id, attempt, status, receivedAt, decisions: [decision] }: AttemptRow): WorkspaceAttempt {
  return {
    submissionId: id,
    attempt,
    status,
    receivedAt,
    decision: decision
      ? {
          outcome: decision.outcome,
          decidedAt: decision.decidedAt,
          decidedBy: decision.decidedBy.name,
          note: decision.note,
          reasons: decision.reasons.map(({ code, capture }) => ({
            code: code as ReasonCode,
            capture: capture?.kind ?? null,
          })),
        }
      : null,
  }
}
