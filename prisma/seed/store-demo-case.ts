import { randomBytes } from 'node:crypto'
import { groupsOf } from '#lib/checks/registry'
import { db } from '#lib/db/client'
import type { ApiClient, Policy, Prisma, Submission, User } from '#lib/db/generated/client'
import { type Tx, withTransaction } from '#lib/db/transaction'
import type { AuditEventType } from '#lib/domain/audit-event'
import { caseReference } from '#lib/domain/case-reference'
import { deviceOf } from '#lib/domain/device'
import { type Finding, isFlag, type Json } from '#lib/domain/finding'
import { languageFor } from '#lib/domain/language'
import { renderMessage } from '#lib/domain/message'
import { policySchema } from '#lib/domain/policy'
import type { SubmissionStatus } from '#lib/domain/submission'
import { urgentAt } from '#lib/domain/urgency'
import { currentEvidence, evidenceHash } from '#lib/evidence'
import { checkCaptures } from '#lib/imaging/check-captures'
import { imagingPool } from '#lib/imaging/pool'
import { enqueue } from '#lib/jobs/queue'
import type { InspectedFile } from '#lib/operations/receive-submission/inspect-files'
import { objectStore, originalKey } from '#lib/storage/object-store'
import type { Person } from '#specimens/person'
import { makeRandom } from '#specimens/random'
import type { DemoAttempt, DemoCase } from './demo-cases.ts'
import { storeNotes } from './demo-notes.ts'
import { storeStanding } from './demo-standing.ts'
import { demoStaff } from './foundations.ts'

type StoredAttempt = DemoAttempt & { files: InspectedFile[] }

export interface DemoPlace {
  client: ApiClient
  policy: Policy
  reviewers: User[]
}

export async function demoPlace(client: ApiClient): Promise<DemoPlace> {
  const emails: string[] = demoStaff.filter(({ role }) => role === 'reviewer').map(({ email }) => email)
  const reviewers = await db().user.findMany({ where: { email: { in: emails } } })
  return {
    client,
    policy: await db().policy.findFirstOrThrow({ where: { name: client.policyName }, orderBy: { version: 'desc' } }),
    reviewers: reviewers.sort((a, b) => emails.indexOf(a.email) - emails.indexOf(b.email)),
  }
}

/**
 * Writes a case with its past, which the operations can't: they run on the database's clock. Pictures have come through the
 * door, checks are real, and what still waits is left to the worker.
 */
export async function storeDemoCase(
  place: DemoPlace,
  demo: DemoCase,
  person: Person,
  attempts: StoredAttempt[],
): Promise<void> {
  const findings = await Promise.all(
    attempts.map((attempt) => (attempt.decision ? checkAll(place, demo, person, attempt) : null)),
  )
  await withTransaction(async (tx) => {
    const owner = await tx.case.create({
      data: {
        clientId: place.client.id,
        externalId: demo.externalId,
        reference: caseReference(randomBytes(8)),
        email: `${demo.externalId}@example.com`,
        locale: demo.locale,
        country: demo.country,
        declaredName: `${person.givenNames} ${person.surname}`,
        declaredBirthDate: new Date(person.birthDate),
        createdAt: ago(attempts[0]!.hoursAgo),
      },
    })
    for (const [index, attempt] of attempts.entries()) {
      const superseded = index < attempts.length - 1
      const submission = await storeSubmission(tx, place, demo, { ...attempt, caseId: owner.id, index, superseded })
      if (attempt.decision) {
        await storeOutcome(tx, place, demo, owner.reference, submission, attempt, findings[index]!)
      } else {
        await storeStanding(tx, demo.externalId, submission, place.reviewers)
        await storeNotes(tx, demo.externalId, submission, place.reviewers)
        await enqueue(tx, 'check-submission', { submissionId: submission.id, requestedById: null }, { behind: true })
      }
    }
  })
}

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)

async function checkAll(
  place: DemoPlace,
  { documentType, country }: DemoCase,
  { givenNames, surname, birthDate }: Person,
  { files, hoursAgo }: StoredAttempt,
): Promise<Map<string, Finding[]>> {
  const policy = policySchema.parse(place.policy.body)
  const name = `${givenNames} ${surname}`
  const declared = { documentType, country, name, birthDate, receivedAt: ago(hoursAgo).toISOString() }
  const captures = files.map(async ({ kind, facts }) => {
    const bytes = await objectStore().get(originalKey(facts.sha256))
    return { kind, bytes: bytes!, facts, declared, policy }
  })
  const findings = await checkCaptures(imagingPool(), await Promise.all(captures))
  return new Map(files.map(({ kind }, at) => [kind, findings[at]!]))
}

function storeSubmission(
  tx: Tx,
  { client, policy }: DemoPlace,
  { documentType, country }: DemoCase,
  attempt: StoredAttempt & { caseId: string; index: number; superseded: boolean },
): Promise<Submission> {
  const receivedAt = ago(attempt.hoursAgo)
  const dueAt = new Date(receivedAt.getTime() + policySchema.parse(policy.body).dueHours * 3_600_000)
  const facts = { receivedAt, dueAt, attempt: attempt.index + 1 }
  return tx.submission
    .create({
      data: {
        caseId: attempt.caseId,
        clientId: client.id,
        policyId: policy.id,
        ...facts,
        urgentAt: urgentAt({ ...facts, flagged: [], checksFailed: false }),
        device: deviceOf(attempt.files.map(({ kind, facts }) => ({ kind, metadata: facts.metadata }))),
        source: attempt.index === 0 ? 'api' : 'customer',
        documentType,
        country,
        ...(attempt.decision && { status: statusAfter(attempt.decision, attempt.superseded) }),
        captures: {
          create: attempt.files.map(({ kind, facts, ...view }) => {
            const { sha256, type, sizeBytes, widthPx, heightPx, orientation, metadata } = facts
            return { kind, sha256, type, sizeBytes, widthPx, heightPx, orientation, metadata, ...view }
          }),
        },
      },
    })
    .then(async (submission) => {
      await audit(tx, receivedAt, 'submission.received', submission, {
        source: submission.source,
        attempt: attempt.index + 1,
      })
      return submission
    })
}

function statusAfter(
  { outcome, waitsForSecond }: NonNullable<DemoAttempt['decision']>,
  superseded: boolean,
): SubmissionStatus {
  if (superseded) return 'superseded'
  return waitsForSecond ? 'second_review' : outcome
}

async function storeOutcome(
  tx: Tx,
  { reviewers, policy }: DemoPlace,
  { externalId, locale }: DemoCase,
  reference: string,
  submission: Submission,
  { hoursAgo, decision }: StoredAttempt,
  findings: Map<string, Finding[]>,
): Promise<void> {
  const { outcome, reasons, afterHours, waitsForSecond = false } = decision!
  const checkedAt = new Date(ago(hoursAgo).getTime() + 4_000)
  const decidedAt = ago(Math.max(hoursAgo - afterHours, 0.2))
  const captures = await tx.capture.findMany({ where: { submissionId: submission.id } })
  const captureIdOf = (kind: string | null) => captures.find((capture) => capture.kind === kind)?.id ?? null
  const all = [...findings].flatMap(([kind, list]) =>
    list.map((finding) => ({ finding, captureId: captureIdOf(kind)! })),
  )
  const flags = [...new Set(all.filter(({ finding }) => isFlag(finding.outcome)).map(({ finding }) => finding.check))]
  // The first of two is the second demo reviewer, so that the first one signed in as can be the other.
  const reviewer = waitsForSecond
    ? reviewers.at(-1)!
    : makeRandom(`${externalId}/${submission.attempt}`).pick(reviewers)

  const run = await tx.checkRun.create({
    data: {
      submissionId: submission.id,
      status: 'finished',
      total: all.length,
      done: all.length,
      startedAt: checkedAt,
      finishedAt: checkedAt,
    },
  })
  for (const { finding, captureId } of all) await storeFinding(tx, run.id, captureId, finding)
  const urgent = urgentAt({ ...submission, flagged: groupsOf(flags), checksFailed: false })
  await tx.submission.update({
    where: { id: submission.id },
    data: { currentCheckRunId: run.id, flags, flagCount: flags.length, urgentAt: urgent },
  })
  await audit(tx, checkedAt, 'submission.checked', submission, { checkRunId: run.id, flags })
  const review = await tx.review.create({
    data: {
      submissionId: submission.id,
      reviewerId: reviewer.id,
      reviewedAt: decidedAt,
      outcome,
      reasons,
      evidence: evidenceHash(await currentEvidence(tx, submission.id)),
      checkRunId: run.id,
    },
  })
  if (waitsForSecond) {
    await audit(tx, decidedAt, 'submission.reviewed', submission, { reviewId: review.id }, reviewer.id)
    return
  }
  await tx.submission.update({ where: { id: submission.id }, data: { decidedAt } })
  const made = await tx.decision.create({
    data: {
      submissionId: submission.id,
      outcome,
      decidedById: reviewer.id,
      decidedAt,
      effectiveAt: decidedAt,
      checkRunId: run.id,
      reviewId: review.id,
      reasons: {
        create: reasons.map(({ code, capture }, position) => ({ code, captureId: captureIdOf(capture), position })),
      },
    },
  })
  await tx.message.create({
    data: {
      caseId: submission.caseId,
      submissionId: submission.id,
      decisionId: made.id,
      locale: languageFor(locale).code,
      recipient: `${externalId}@example.com`,
      ...renderMessage({ locale, outcome, reasons, wordings: {}, reference }),
      templates: {},
      status: 'sent',
      createdAt: decidedAt,
      sentAt: decidedAt,
    },
  })
  if (outcome === 'resubmission_requested')
    await storeLink(tx, submission, decidedAt, policySchema.parse(policy.body).linkDays)
  const data = { decisionId: made.id, outcome, reasons: reasons.map(({ code, capture }) => ({ code, capture })) }
  await audit(tx, decidedAt, 'submission.decided', submission, data, reviewer.id)
  await audit(tx, decidedAt, 'message.sent', submission, {})
}

async function storeFinding(tx: Tx, checkRunId: string, captureId: string, finding: Finding): Promise<void> {
  const { regions, ...row } = finding
  await tx.finding.create({
    data: {
      ...row,
      checkRunId,
      captureId,
      regions: { create: regions.map(({ points, value }, position) => ({ points, value, position })) },
    },
  })
}

async function storeLink(tx: Tx, submission: Submission, createdAt: Date, linkDays: number): Promise<void> {
  const usedAt = submission.status === 'superseded' ? createdAt : null
  const expiresAt = new Date(createdAt.getTime() + linkDays * 86_400_000)
  const { caseId, id: submissionId } = submission
  await tx.resubmissionLink.create({ data: { caseId, submissionId, createdAt, expiresAt, usedAt } })
}

async function audit(
  tx: Tx,
  at: Date,
  type: AuditEventType,
  { id: submissionId, caseId }: Submission,
  data: Record<string, Json>,
  userId?: string,
): Promise<void> {
  const actor: Pick<Prisma.AuditEventCreateInput, 'actorKind' | 'actorId'> = userId
    ? { actorKind: 'user', actorId: userId }
    : { actorKind: 'system' }
  await tx.auditEvent.create({ data: { at, type, ...actor, caseId, submissionId, data } })
}
