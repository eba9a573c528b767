import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { databaseNow } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { type CaptureKind, captureKinds } from '#lib/domain/capture'
import { type ChosenReason, type Outcome, reasonsByCapture } from '#lib/domain/decision'
import { type Language, languageFor, languages } from '#lib/domain/language'
import { wordingFor } from '#lib/domain/message'
import { reasons as catalogue, type ReasonCode } from '#lib/domain/reasons'
import { isOpen, type SubmissionStatus } from '#lib/domain/submission'
import { AppError } from '#lib/errors'
import { type WordingsInForce, wordingsInForce } from '#lib/wordings'

export interface SupportReason {
  code: ReasonCode
  capture: CaptureKind | null
  title: string
  explanation: string
  advice: string
}

export interface SupportCase {
  caseId: string
  reference: string
  externalId: string
  email: string
  clientName: string
  language: { code: string; name: string }
  submissionId: string
  status: SubmissionStatus
  attempt: number
  receivedAt: Date
  dueAt: Date
  decidedAt: Date | null
  outcome: Outcome | null
  /** In the customer's language, worded as for the customer. */
  reasons: SupportReason[]
  /** For the agent: what happens next, and who has to do it. */
  nextStep: string
  /** In the customer's language, ready to be sent. */
  answer: string
  /** Reasons and answer in English, for an agent who doesn't read the customer's language; null where it is English. */
  gloss: { reasons: SupportReason[]; answer: string } | null
  link: { expiresAt: Date; state: 'works' | 'used' | 'expired' } | null
  /** Newest first; `outcome` and `decidedAt` of the decision that stands. */
  attempts: {
    attempt: number
    status: SubmissionStatus
    receivedAt: Date
    captures: CaptureKind[]
    outcome: Outcome | null
    decidedAt: Date | null
  }[]
  messages: { subject: string; status: string; createdAt: Date; sentAt: Date | null }[]
  /** True from the attempt on at which the policy wants a person to help. */
  needsHelp: boolean
}

/** What support needs to answer "what do I do now?": the person's own facts, and no image, score or internal note. */
export async function supportCase(actor: Actor, caseId: string): Promise<SupportCase> {
  authorise(actor, 'case:support')
  const found = await loadCase(caseId)
  const newest = found?.submissions[0]
  if (!found || !newest) throw new AppError('NOT_FOUND')
  const language = languageFor(found.locale)
  const [decision] = newest.decisions
  const chosen = (decision?.reasons ?? []).map(({ code, capture }) => ({
    code: code as ReasonCode,
    capture: capture?.kind ?? null,
  }))
  const now = await databaseNow(db())
  const inReview = Boolean(newest.claim && newest.claim.expiresAt > now)
  const maxAttempts = (newest.policy.body as { maxAttempts: number }).maxAttempts
  const [link] = newest.links
  const tell = async (language: Language) => {
    const reasons = tellReasons(language, chosen, await wordingsInForce(db(), language.code))
    const facts = { inReview, attempt: newest.attempt, reasons, reference: found.reference }
    return { reasons, answer: answer(language, newest.status, facts) }
  }

  return {
    caseId: found.id,
    reference: found.reference,
    externalId: found.externalId,
    email: found.email,
    clientName: found.client.name,
    language: { code: language.code, name: language.name },
    submissionId: newest.id,
    status: newest.status,
    attempt: newest.attempt,
    receivedAt: newest.receivedAt,
    dueAt: newest.dueAt,
    decidedAt: newest.decidedAt,
    outcome: decision?.outcome ?? null,
    ...(await tell(language)),
    gloss: language.code === 'en' ? null : await tell(languages.en),
    nextStep: nextStep(newest.status, inReview, chosen),
    link: link ? { expiresAt: link.expiresAt, state: linkState(link, now) } : null,
    attempts: found.submissions.map(attemptOf),
    messages: found.messages.map(({ subject, status, createdAt, sentAt }) => ({ subject, status, createdAt, sentAt })),
    needsHelp: newest.attempt >= maxAttempts,
  }
}

function loadCase(id: string) {
  return db().case.findUnique({
    where: { id },
    include: {
      client: { select: { name: true } },
      messages: { orderBy: { createdAt: 'desc' }, take: 20 },
      submissions: {
        orderBy: { attempt: 'desc' },
        include: {
          policy: { select: { body: true } },
          claim: { select: { expiresAt: true } },
          captures: { select: { kind: true } },
          links: { orderBy: { createdAt: 'desc' }, take: 1 },
          decisions: {
            where: { undoneAt: null, replacedAt: null },
            orderBy: { decidedAt: 'desc' },
            take: 1,
            include: { reasons: { include: { capture: { select: { kind: true } } } } },
          },
        },
      },
    },
  })
}

type AttemptRow = NonNullable<Awaited<ReturnType<typeof loadCase>>>['submissions'][number]

function attemptOf({ attempt, status, receivedAt, captures, decisions: [standing] }: AttemptRow) {
  return {
    attempt,
    status,
    receivedAt,
    captures: captureKinds.filter((kind) => captures.some((capture) => capture.kind === kind)),
    outcome: standing?.outcome ?? null,
    decidedAt: standing?.decidedAt ?? null,
  }
}

function linkState({ usedAt, expiresAt }: { usedAt: Date | null; expiresAt: Date }, now: Date) {
  if (usedAt) return 'used'
  return expiresAt > now ? 'works' : 'expired'
}

/** Worded for the customer, most actionable first; wordings that read alike are told once. */
function tellReasons(language: Language, chosen: readonly ChosenReason[], wordings: WordingsInForce): SupportReason[] {
  const told = new Set<string>()
  return reasonsByCapture(chosen).flatMap(({ capture, codes }) =>
    codes.flatMap((code) => {
      const { title, explanation, advice } = wordingFor(language, wordings, code)
      const key = `${capture} ${title}`
      if (told.has(key)) return []
      told.add(key)
      return [{ code, capture, title, explanation, advice }]
    }),
  )
}

function nextStep(status: SubmissionStatus, inReview: boolean, chosen: readonly ChosenReason[]): string {
  if (isOpen(status)) {
    return inReview
      ? 'A reviewer is looking at it now. Nothing for the customer to do.'
      : 'Waits for review. Nothing for the customer to do.'
  }
  if (status === 'approved') return 'Done. Nothing for the customer to do.'
  if (status === 'resubmission_requested') return 'The customer has to send a new photo through their link.'
  if (status === 'superseded') return 'A newer attempt has come in.'
  const final = chosen.some(({ code }) => catalogue[code].finality === 'final')
  return final
    ? 'Rejected for a reason no new photo can mend. If the customer disagrees, record their appeal: somebody else looks again.'
    : 'Rejected. If the customer disagrees or has another document, record their appeal: somebody else looks again.'
}

function answer(
  language: Language,
  status: SubmissionStatus,
  facts: { inReview: boolean; attempt: number; reasons: readonly SupportReason[]; reference: string },
): string {
  const { greeting, closing, adviceLead } = language.message
  const told = facts.reasons.map(({ capture, title, explanation, advice }) =>
    [capture ? `${language.captureKinds[capture]}: ${title}.` : `${title}.`, explanation, adviceLead, advice].join(' '),
  )
  return [
    greeting,
    progressText(language, status, facts),
    ...told,
    closing.replaceAll('{{reference}}', facts.reference),
  ].join('\n\n')
}

function progressText(
  { progress }: Language,
  status: SubmissionStatus,
  { inReview, attempt }: { inReview: boolean; attempt: number },
): string {
  if (status === 'approved') return progress.approved
  if (status === 'rejected') return progress.rejected
  if (status === 'resubmission_requested') return progress.resubmission
  if (inReview) return progress.inReview
  return attempt > 1 ? progress.sentAgain : progress.waiting
}
