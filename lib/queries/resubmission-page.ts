import { type LivePolicy, livePolicy, liveReasons } from '#lib/checks/live-policy'
import { linkIdOf } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import { databaseNow } from '#lib/db/transaction'
import type { CustomerActor } from '#lib/domain/actor'
import { type CaptureKind, captureKinds } from '#lib/domain/capture'
import { type LanguageCode, languageFor, type Wording } from '#lib/domain/language'
import { wordingFor } from '#lib/domain/message'
import { type FileTypes, policySchema } from '#lib/domain/policy'
import { byActionability, reasons as catalogue, type ReasonCode } from '#lib/domain/reasons'
import type { Point } from '#lib/domain/region'
import { mergedHulls } from '#lib/pixels/merged-hulls'
import { toldDecision } from '#lib/told-decision'
import { wordingsInForce } from '#lib/wordings'
import { storedFinding } from './stored-finding.ts'

export interface AskedCapture {
  kind: CaptureKind
  /** The picture that was not good enough; null where none had been sent. */
  captureId: string | null
  widthPx: number
  heightPx: number
  /** Round where the problem is: the place a reviewer picked, else from the findings behind the reasons. */
  rings: Point[][]
  wordings: Wording[]
}

/** What a look on the customer's own device may find, and its wording. */
export type LookReason = Pick<Wording, 'title' | 'advice'> & { code: ReasonCode }

export type ResubmissionPage =
  | { state: 'unknown' }
  | { state: 'expired' | 'used'; locale: LanguageCode; reference: string }
  | OpenResubmission

export interface OpenResubmission {
  state: 'open'
  actor: CustomerActor
  locale: LanguageCode
  reference: string
  asked: AskedCapture[]
  kept: CaptureKind[]
  /** Reasons that concern no single picture. */
  general: Wording[]
  accept: FileTypes
  maxSizeBytes: number
  /** For looking at a new photo before it is sent: by which rules, and how to say what is found, the most actionable first. */
  look: { policy: LivePolicy; reasons: LookReason[] }
  /** What to say where the page's own camera can't be used. */
  camera: Record<'denied' | 'unavailable', Pick<Wording, 'title' | 'advice'>>
}

/** The link's id, case and submission, if the token is ours and the link still holds. The customer's door. */
export async function customerOf(token: string): Promise<CustomerActor | null> {
  const page = await resubmissionPage(token)
  return page.state === 'open' ? page.actor : null
}

/** What the link's page shows. Never an internal note, a score, or that fraud was suspected. */
export async function resubmissionPage(token: string, language?: LanguageCode): Promise<ResubmissionPage> {
  const id = linkIdOf(token)
  const now = await databaseNow(db())
  const link = id === null ? null : await loadLink(id, now)
  if (!link) return { state: 'unknown' }
  const { reference } = link.case
  const spoken = languageFor(language ?? link.case.locale)
  const locale = spoken.code as LanguageCode
  if (link.usedAt || link.submission.status === 'superseded') return { state: 'used', locale, reference }
  const { status, captures, decisions, policy, documentType } = link.submission
  const [decision] = decisions
  const isAsked = status === 'resubmission_requested' && decision?.outcome === 'resubmission_requested'
  if (link.expiresAt <= now || !isAsked) return { state: 'expired', locale, reference }

  const body = policySchema.parse(policy.body)
  const { reasons } = decision
  const wordings = await wordingsInForce(db(), locale)
  const word = (codes: ReasonCode[]) => unrepeated(codes.map((code) => wordingFor(spoken, wordings, code)))
  const told = (code: ReasonCode) => {
    const { title, advice } = wordingFor(spoken, wordings, code)
    return { title, advice }
  }

  const bad = captures.filter(({ id }) => codesOn(reasons, id).length > 0)
  const sent = captures.map(({ kind }) => kind)
  const missing = (body.requiredCaptures[documentType] ?? []).filter((kind) => !sent.includes(kind))
  // Reasons on the submission as a whole ask for everything again, unless they name a side that is missing.
  const all = bad.length === 0 && missing.length === 0 ? captures : bad
  const asked = all.map(
    ({ id, kind, viewWidthPx, viewHeightPx }): AskedCapture => ({
      kind,
      captureId: id,
      widthPx: viewWidthPx,
      heightPx: viewHeightPx,
      rings: ringsOn(link.submission, id),
      wordings: word(codesOn(reasons, id)),
    }),
  )
  const absent = missing.map((kind): AskedCapture => ({ ...nothingSent, kind }))
  const order = (a: AskedCapture, b: AskedCapture) => captureKinds.indexOf(a.kind) - captureKinds.indexOf(b.kind)
  return {
    state: 'open',
    actor: { kind: 'customer', linkId: link.id, caseId: link.caseId, submissionId: link.submissionId },
    locale,
    reference,
    asked: [...asked, ...absent].sort(order),
    kept: sent.filter((kind) => !all.some((capture) => capture.kind === kind)),
    general: word(codesOn(reasons, null)),
    accept: body.acceptedTypes,
    maxSizeBytes: body.maxSizeBytes,
    look: {
      policy: livePolicy(body),
      reasons: byActionability(liveReasons).map((code) => ({ code, ...told(code) })),
    },
    camera: { denied: told('camera_denied'), unavailable: told('camera_unavailable') },
  }
}

type SubmissionRow = NonNullable<Awaited<ReturnType<typeof loadLink>>>['submission']
type ReasonRow = SubmissionRow['decisions'][number]['reasons'][number]

/** The codes given on a capture, or on the submission as a whole; the most actionable first. */
function codesOn(reasons: readonly ReasonRow[], captureId: string | null): ReasonCode[] {
  return byActionability(
    reasons.filter((reason) => reason.captureId === captureId).map(({ code }) => code as ReasonCode),
  )
}

/** For each reason a customer may know, the place a reviewer picked, or else what the findings behind it show. */
function ringsOn({ decisions, currentCheckRun }: SubmissionRow, captureId: string): Point[][] {
  const told = (decisions[0]?.reasons ?? []).filter(
    (reason) => reason.captureId === captureId && catalogue[reason.code as ReasonCode].audience === 'customer',
  )
  const picked = told.filter(({ region }) => region)
  const unpicked = told.filter(({ code }) => !picked.some((reason) => reason.code === code)).map(({ code }) => code)
  const findings = (currentCheckRun?.findings ?? []).filter((finding) => finding.captureId === captureId)
  return [
    ...mergedHulls(picked.map(({ region }) => region as Point[])),
    ...findings
      .map(storedFinding)
      .filter(({ reasons }) => reasons.some((code) => unpicked.includes(code)))
      .flatMap(({ regions }) => mergedHulls(regions.map(({ points }) => points))),
  ]
}

const nothingSent = { captureId: null, widthPx: 0, heightPx: 0, rings: [], wordings: [] }

function loadLink(id: string, now: Date) {
  return db().resubmissionLink.findUnique({
    where: { id },
    include: {
      case: { select: { reference: true, locale: true } },
      submission: {
        include: {
          policy: true,
          captures: true,
          currentCheckRun: { include: { findings: { include: { regions: { orderBy: { position: 'asc' } } } } } },
          decisions: {
            where: toldDecision(now),
            orderBy: { decidedAt: 'desc' },
            take: 1,
            include: { reasons: true },
          },
        },
      },
    },
  })
}

function unrepeated(wordings: Wording[]): Wording[] {
  return wordings.filter(({ title }, index) => wordings.findIndex((other) => other.title === title) === index)
}
