import { authorise } from '#lib/authorise'
import { hiddenReviewer } from '#lib/blind-review'
import { db } from '#lib/db/client'
import type { ReopeningCause, ReviewVoiding } from '#lib/db/generated/enums'
import { databaseNow } from '#lib/db/transaction'
import type { Actor, UserActor } from '#lib/domain/actor'
import { type ChecklistItem, itemsFor } from '#lib/domain/checklist'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import { type LanguageCode, languageCodes } from '#lib/domain/language'
import { can } from '#lib/domain/permissions'
import { policySchema } from '#lib/domain/policy'
import type { Point } from '#lib/domain/region'
import { isDecided } from '#lib/domain/submission'
import { AppError } from '#lib/errors'
import { mayReview } from '#lib/standing-reviews'
import { toldBefore } from '#lib/told-before'
import { type WordingsInForce, wordingsInForce } from '#lib/wordings'

/** Somebody's judgement as a colleague may read it. */
export interface ReviewView {
  id: string
  by: string
  at: Date
  outcome: Outcome
  reasons: ChosenReason[]
  note: string | null
}

export interface DecisionDesk {
  /** The customer was told something else before: their next message says that it replaces it. */
  corrects: boolean
  /** For the preview in languages other than the customer's, too. */
  wordings: Record<LanguageCode, WordingsInForce>
  checklist: ChecklistItem[]
  /** Whose word is next. `blind`: the one before is not to be seen. */
  turn: 'first' | 'second' | 'blind' | 'third'
  /** True where the viewer has reviewed and the next word is somebody else's. */
  reviewedBefore: boolean
  /** The reviews that count, as far as they may be seen. */
  reviews: ReviewView[]
  /** Those that were put aside since the submission was last opened, with why. */
  putAside: (ReviewView & { cause: ReviewVoiding })[]
  /** Why it is open again; null where it never was decided. */
  reopening: { cause: ReopeningCause; by: string; at: Date; why: string } | null
  /** The decision that stands, where the viewer may amend it. */
  amends: string | null
  mayReopen: boolean
  mayAppeal: boolean
  /** Places drawn by hand, by capture: a reason may point the customer to one. */
  drawn: Record<string, { id: string; points: Point[] }[]>
}

/** What the decision area shows beside the evidence. What a blind second reviewer must not know is not in it. */
export async function decisionDesk(actor: Actor, submissionId: string): Promise<DecisionDesk> {
  const user = authorise(actor, 'submission:review')
  const [submission, corrects, may, hidden, now, ...wordings] = await Promise.all([
    db().submission.findUnique({ where: { id: submissionId }, include: deskParts }),
    toldBefore(db(), submissionId),
    mayReview(db(), submissionId, user.id),
    hiddenReviewer(db(), user.id, submissionId),
    databaseNow(db()),
    ...languageCodes.map((code) => wordingsInForce(db(), code)),
  ])
  if (!submission) throw new AppError('NOT_FOUND')
  const { captures, reviews, reopenings, policy } = submission
  const { checklist } = policySchema.parse(policy.body)
  const [opened = null] = reopenings
  const decided = isDecided(submission.status)
  const standing = reviews.filter(({ voidedAt }) => voidedAt === null)
  return {
    corrects,
    wordings: Object.fromEntries(languageCodes.map((code, at) => [code, wordings[at]!])) as DecisionDesk['wordings'],
    checklist: itemsFor(
      checklist,
      captures.map(({ kind }) => kind),
    ),
    turn: turnAfter(standing),
    reviewedBefore: !may && !decided,
    reviews: standing.filter(({ reviewerId }) => reviewerId !== hidden).map(reviewView),
    putAside: reviews
      .filter(({ voidedFor, reviewedAt }) => isPutAside(voidedFor) && reviewedAt > (opened?.openedAt ?? new Date(0)))
      .filter(({ blind, reviewerId }) => !blind || reviewerId === user.id)
      .map((row) => ({ ...reviewView(row), cause: row.voidedFor! })),
    reopening: opened && {
      cause: opened.cause,
      by: opened.openedBy.name,
      at: opened.openedAt,
      why: opened.why,
    },
    ...rights(user, submission, now),
    drawn: Object.fromEntries(
      captures.map(({ id, reviewerRegions }) => [
        id,
        reviewerRegions
          .filter(({ drawnById }) => drawnById !== hidden)
          .map((region) => ({ id: region.id, points: region.points as Point[] })),
      ]),
    ),
  }
}

const deskParts = {
  policy: { select: { body: true } },
  captures: {
    select: {
      id: true,
      kind: true,
      reviewerRegions: {
        where: { removedAt: null },
        select: { id: true, points: true, drawnById: true },
        orderBy: { drawnAt: 'asc' },
      },
    },
  },
  reviews: { orderBy: { reviewedAt: 'asc' }, include: { reviewer: { select: { name: true } } } },
  reopenings: { orderBy: { openedAt: 'desc' }, take: 1, include: { openedBy: { select: { name: true } } } },
  decisions: { where: { undoneAt: null, replacedAt: null } },
} as const

type DeskRow = NonNullable<Awaited<ReturnType<typeof deskRow>>>
const deskRow = (id: string) => db().submission.findUnique({ where: { id }, include: deskParts })

function turnAfter([first, second]: readonly { blind: boolean }[]): DecisionDesk['turn'] {
  if (second) return 'third'
  if (first) return first.blind ? 'blind' : 'second'
  return 'first'
}

function isPutAside(cause: ReviewVoiding | null): boolean {
  return cause === 'evidence_changed' || cause === 'reasons_changed'
}

function reviewView({ id, reviewer, reviewedAt, outcome, reasons, note }: DeskRow['reviews'][number]): ReviewView {
  return { id, by: reviewer.name, at: reviewedAt, outcome, reasons: reasons as unknown as ChosenReason[], note }
}

/** What may be done about the decision that stands; nothing while it can still be undone. */
function rights({ id, role }: UserActor, { status, decisions: [decision] }: DeskRow, now: Date) {
  const told = decision && isDecided(status) && decision.effectiveAt <= now ? decision : null
  return {
    amends: told && told.decidedById === id && can(role, 'submission:decide') ? told.id : null,
    mayReopen: told !== null && can(role, 'submission:reopen'),
    mayAppeal: told !== null && told.outcome !== 'approved' && can(role, 'submission:appeal'),
  }
}
