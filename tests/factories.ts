import { randomUUID } from 'node:crypto'
import { checks } from '#lib/checks/registry'
import { makeApiKey } from '#lib/credentials/api-key'
import { db } from '#lib/db/client'
import type { ApiClientActor, UserActor } from '#lib/domain/actor'
import type { ArtifactName } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import type { SubmissionMetadata, UploadedFile } from '#lib/domain/intake'
import type { Role } from '#lib/domain/permissions'
import { type Policy, shippedPolicies } from '#lib/domain/policy'
import { checkSubmission } from '#lib/operations/check-submission'
import { claimSubmission } from '#lib/operations/claim-submission'
import { type Decided, decideSubmission } from '#lib/operations/decide-submission'
import { type Received, receiveSubmission } from '#lib/operations/receive-submission'
import { makeSpecimen } from '#specimens/make-specimen'
import type { SpoilOptions } from '#specimens/spoil'

/** A colleague with a session, as a door would make them. */
export async function makeUser(role: Role = 'reviewer'): Promise<UserActor> {
  const name = `${role} ${randomUUID().slice(0, 8)}`
  const email = `${name.replace(' ', '-')}@retake.example`
  const user = await db().user.create({ data: { role, name, email } })
  const session = await db().userSession.create({ data: { userId: user.id } })
  return { kind: 'user', id: user.id, name, email, role, sessionId: session.id }
}

/**
 * Reading and faces take seconds a picture, so tests that are about neither leave them out, as a policy may; `checks: {}` has
 * them all.
 */
export const withoutReading: Policy['checks'] = Object.fromEntries(
  checks.filter(({ needs }) => needs.some(isRead)).map(({ id }) => [id, { enabled: false }]),
)

function isRead(name: ArtifactName): boolean {
  return ['text', 'mrz', 'barcodes', 'faces', 'companions'].includes(name)
}

/** No checks at all, for tests of what people do. */
export const withoutChecks: Policy['checks'] = Object.fromEntries(checks.map(({ id }) => [id, { enabled: false }]))

/** The checks that `makeClient` leaves on. */
export const usualCheckIds = checks.map(({ id }) => id).filter((id) => !(id in withoutReading))

/** An API client with a policy of its own, so that tests may change the policy's numbers. */
export async function makeClient(changes: Partial<Policy> = {}): Promise<ApiClientActor> {
  const name = `client-${randomUUID().slice(0, 8)}`
  const body = { ...shippedPolicies['camera-photos'], undoSeconds: 0, checks: withoutReading, ...changes }
  await db().policy.create({ data: { name, version: 1, body } })
  const { key: _, ...kept } = makeApiKey()
  const { id } = await db().apiClient.create({ data: { name, policyName: name, ...kept } })
  return { kind: 'api_client', id, name }
}

export function metadata(changes: Partial<SubmissionMetadata> = {}): SubmissionMetadata {
  return {
    externalId: `customer-${randomUUID().slice(0, 8)}`,
    declaredDocumentType: 'id_card',
    country: 'UTO',
    locale: 'en',
    email: 'customer@example.com',
    ...changes,
  }
}

const drawn = new Map<string, Promise<Buffer>>()

/** A picture of this kind; drawn once for all tests of a file. */
export async function picture(kind: CaptureKind, ...spoil: SpoilOptions[]): Promise<UploadedFile> {
  const key = JSON.stringify([kind, spoil])
  const making =
    drawn.get(key) ?? makeSpecimen({ seed: 'tests', kind, spoil, widthPx: 1200 }).then(({ bytes }) => bytes)
  drawn.set(key, making)
  return { kind, bytes: await making }
}

interface SubmissionOptions {
  client?: ApiClientActor
  metadata?: Partial<SubmissionMetadata>
  files?: UploadedFile[]
}

/** A submission that came through the API and waits for its checks. */
export async function makeSubmission(options: SubmissionOptions = {}): Promise<Received & { clientId: string }> {
  const client = options.client ?? (await makeClient())
  const result = await receiveSubmission(client, {
    clientId: client.id,
    source: 'api',
    metadata: metadata(options.metadata),
    files: options.files ?? [await picture('id_front')],
    idempotencyKey: null,
  })
  if (!result.ok) throw new Error(`Refused: ${result.refusals[0]?.message}`)
  return { ...result, clientId: client.id }
}

/** A submission whose checks have run: it waits for a person. */
export async function makeCheckedSubmission(options: SubmissionOptions = {}): Promise<Received & { clientId: string }> {
  const submission = await makeSubmission(options)
  await checkSubmission({ submissionId: submission.submissionId, requestedById: null })
  return submission
}

/** One that waits for a person under a policy of its own, without the seconds that checks take. */
export async function makeReviewable(
  policy: Partial<Policy> = {},
  options: Omit<SubmissionOptions, 'client'> = {},
): Promise<string> {
  const client = await makeClient({ checks: withoutChecks, ...policy })
  const { submissionId } = await makeCheckedSubmission({ ...options, client })
  return submissionId
}

/** Claims and decides in one go, where one person is enough. */
export async function decide(
  reviewer: UserActor,
  submissionId: string,
  outcome: Outcome,
  reasons: ChosenReason[] = [],
): Promise<Decided & { decisionId: string }> {
  const { decisionId, ...result } = await review(reviewer, submissionId, outcome, reasons)
  if (!decisionId) throw new Error('Not decided: another person has to review, too')
  return { ...result, decisionId }
}

/** Claims and gives a judgement, which may or may not be the decision. */
export async function review(
  reviewer: UserActor,
  submissionId: string,
  outcome: Outcome,
  reasons: ChosenReason[] = [],
): Promise<Decided> {
  const claimed = await claimSubmission(reviewer, { submissionId })
  if (!claimed.ok) throw new Error(`Not claimed: ${claimed.message}`)
  const result = await decideSubmission(reviewer, { submissionId, outcome, reasons, note: null })
  if (!result.ok) throw new Error(`Not reviewed: ${result.message}`)
  return result
}
