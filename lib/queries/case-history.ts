import { authorise } from '#lib/authorise'
import { hiddenReviewer } from '#lib/blind-review'
import { checkOf, isCheckId } from '#lib/checks/registry'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { type AttemptCapture, attemptChanges, type CaptureChange } from '#lib/domain/attempt-changes'
import { type CaptureKind, captureKinds } from '#lib/domain/capture'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import type { ReasonCode } from '#lib/domain/reasons'
import type { SubmissionStatus } from '#lib/domain/submission'
import { AppError } from '#lib/errors'

export interface HistoryCapture {
  id: string
  kind: CaptureKind
  widthPx: number
  heightPx: number
  rotation: number
}

export interface HistoryMessage {
  id: string
  subject: string
  locale: string
  status: 'queued' | 'sent' | 'failed' | 'cancelled'
  createdAt: Date
  sentAt: Date | null
  /** Versions of the wordings used: `{"image_blurry": 3}`. */
  wordings: Record<string, number>
}

export interface HistoryAttempt {
  submissionId: string
  attempt: number
  status: SubmissionStatus
  receivedAt: Date
  captures: HistoryCapture[]
  decision: {
    outcome: Outcome
    decidedAt: Date
    decidedBy: string
    note: string | null
    reasons: ChosenReason[]
  } | null
  messages: HistoryMessage[]
  /** Against the attempt before; null for the first, and where the one before is not among those given. */
  changes: TitledChange[] | null
}

/** A change with what its checks are called. */
export type TitledChange = CaptureChange & { titles: Record<string, string> }

/** No policy lets anyone try so often without a person having looked. */
const mostAttempts = 30

/** The attempts of a submission's case, newest first: pictures, decision, messages, and what changed from one to the next. */
export async function caseHistory(actor: Actor, submissionId: string): Promise<HistoryAttempt[]> {
  const user = authorise(actor, 'submission:review')
  const submission = await db().submission.findUnique({ where: { id: submissionId }, select: { caseId: true } })
  if (!submission) throw new AppError('NOT_FOUND')
  const [rows, hidden] = await Promise.all([
    attemptRows(submission.caseId),
    hiddenReviewer(db(), user.id, submissionId),
  ])
  return rows.map((row, at) => {
    const before = rows[at + 1]
    const { decision, ...attempt } = attemptOf(row)
    return {
      ...attempt,
      decision: decision && row.id === submissionId && decision.decidedById === hidden ? null : told(decision),
      changes: before ? attemptChanges(comparedCaptures(before), comparedCaptures(row)).map(titled) : null,
    }
  })
}

type AttemptRow = Awaited<ReturnType<typeof attemptRows>>[number]

function attemptRows(caseId: string) {
  return db().submission.findMany({
    where: { caseId },
    orderBy: { attempt: 'desc' },
    take: mostAttempts,
    include: parts,
  })
}

const findingParts = { captureId: true, check: true, outcome: true, value: true, threshold: true, unit: true }
const parts = {
  captures: { select: { id: true, kind: true, sha256: true, widthPx: true, heightPx: true, rotation: true } },
  currentCheckRun: { select: { findings: { select: findingParts } } },
  messages: { orderBy: { createdAt: 'desc' }, take: 10 },
  decisions: {
    where: { undoneAt: null, replacedAt: null },
    orderBy: { decidedAt: 'desc' },
    take: 1,
    include: {
      decidedBy: { select: { name: true } },
      reasons: { orderBy: { position: 'asc' }, include: { capture: { select: { kind: true } } } },
    },
  },
} as const

function attemptOf({ id, attempt, status, receivedAt, captures, messages, decisions: [decision] }: AttemptRow) {
  return {
    ...{ submissionId: id, attempt, status, receivedAt, decision: decision ?? null },
    captures: captures
      .toSorted((a, b) => captureKinds.indexOf(a.kind) - captureKinds.indexOf(b.kind))
      .map(({ sha256: _, ...capture }) => capture),
    messages: messages.map(({ templates, ...message }) => ({
      ...{ id: message.id, subject: message.subject, locale: message.locale, status: message.status },
      ...{ createdAt: message.createdAt, sentAt: message.sentAt },
      wordings: templates as Record<string, number>,
    })),
  }
}

function told(decision: AttemptRow['decisions'][number] | null): HistoryAttempt['decision'] {
  if (!decision) return null
  const { outcome, decidedAt, decidedBy, note, reasons } = decision
  const chosen = reasons.map(({ code, capture }) => ({ code: code as ReasonCode, capture: capture?.kind ?? null }))
  return { outcome, decidedAt, decidedBy: decidedBy.name, note, reasons: chosen }
}

function titled(change: CaptureChange): TitledChange {
  const all = [...change.fixed, ...change.still, ...change.fresh, ...change.unclear]
  return { ...change, titles: Object.fromEntries(all.map(({ check }) => [check, failTitle(check)])) }
}

/** Stored findings outlive their checks: one that is no longer registered goes by its id. */
function failTitle(check: string): string {
  return isCheckId(check) ? checkOf(check).title.fail : check
}

function comparedCaptures({ captures, currentCheckRun }: AttemptRow): AttemptCapture[] {
  return captures.map(({ id, kind, sha256 }) => ({
    kind,
    sha256,
    findings: (currentCheckRun?.findings ?? []).filter(({ captureId }) => captureId === id),
  }))
}
