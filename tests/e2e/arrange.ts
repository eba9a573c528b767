import { randomUUID } from 'node:crypto'
import { linkToken } from '#lib/credentials/link-token'
import { db } from '#lib/db/client'
import type { CaptureKind } from '#lib/domain/capture'
import type { Outcome } from '#lib/domain/decision'
import type { ReasonCode } from '#lib/domain/reasons'
import type { SpoilOptions } from '#specimens/spoil'
import { decide, makeClient, makeSubmission, makeUser, picture } from '../factories.ts'
import { expect } from '../test.ts'

export interface ArrangedCase {
  submissionId: string
  caseId: string
  reference: string
  email: string
  externalId: string
}

export interface CaseOptions {
  locale?: 'en' | 'lv'
  /** What is wrong with the front of the ID card. */
  spoil?: SpoilOptions[]
}

/** A case that came through the API and was checked by the worker: it waits for review. Front and back of an ID card. */
export async function waitingCase({ locale = 'en', spoil = [] }: CaseOptions = {}): Promise<ArrangedCase> {
  const externalId = `e2e-${randomUUID().slice(0, 8)}`
  const email = `${externalId}@example.com`
  const requiredCaptures = { passport: ['passport_page' as const], id_card: ['id_front' as const, 'id_back' as const] }
  const { submissionId, caseReference } = await makeSubmission({
    client: await makeClient({ requiredCaptures }),
    metadata: { externalId, email, locale },
    files: [await picture('id_front', ...spoil), await picture('id_back')],
  })
  const read = () => db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  await expect.poll(async () => (await read()).status, { timeout: 45_000 }).toBe('ready_for_review')
  return { submissionId, caseId: (await read()).caseId, reference: caseReference, email, externalId }
}

/** The same, decided by a reviewer and told to the customer. Reasons are on the front of the card. */
export async function decidedCase(
  outcome: Outcome,
  codes: ReasonCode[] = [],
  options: CaseOptions = {},
): Promise<ArrangedCase> {
  const arranged = await waitingCase(options)
  const capture: CaptureKind = 'id_front'
  await decide(
    await makeUser('reviewer'),
    arranged.submissionId,
    outcome,
    codes.map((code) => ({ code, capture })),
  )
  const sent = () => db().message.findFirst({ where: { submissionId: arranged.submissionId, status: 'sent' } })
  await expect.poll(sent, { timeout: 45_000 }).not.toBeNull()
  return arranged
}

/** The path of the link the customer was sent. */
export async function linkPath({ submissionId }: Pick<ArrangedCase, 'submissionId'>): Promise<string> {
  const link = await db().resubmissionLink.findFirstOrThrow({ where: { submissionId }, orderBy: { createdAt: 'desc' } })
  return `/resubmit/${linkToken(link.id)}`
}

/**
 * Waits until the checks of a submission have begun and keeps their run from ending, by a lock on its row, while something is
 * looked at: however fast the checks are, a screen has the time to show that they run.
 */
export async function whileChecking(submissionId: string, look: () => Promise<void>): Promise<void> {
  await expect
    .poll(async () => (await db().submission.findUniqueOrThrow({ where: { id: submissionId } })).status, {
      intervals: [20],
    })
    .toBe('checking')
  await db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM submissions WHERE id = ${submissionId}::uuid FOR NO KEY UPDATE`
      await look()
    },
    { timeout: 40_000 },
  )
}
