import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import type { CaptureKind } from '#lib/domain/capture'
import type { Policy } from '#lib/domain/policy'
import { env } from '#lib/env'
import { claimSubmission } from '#lib/operations/claim-submission'
import type { SpoilOptions } from '#specimens/spoil'
import { makeClient, makeSubmission, makeUser, picture, withoutChecks } from '../factories.ts'
import { test as base, expect } from '../test.ts'
import { ReviewWorkspace } from './review-workspace.ts'

export interface Sent {
  id: string
  reference: string
  externalId: string
  email: string
}

interface SendOptions {
  /** Who holds it from the start, so that no other test's "next" takes it away; null for nobody. Default: `reviewer`. */
  holder?: UserActor | null
  locale?: 'en' | 'lv'
  kinds?: CaptureKind[]
  spoil?: SpoilOptions[]
  undoSeconds?: number
}

interface Desk {
  /** A reviewer of this test's own, signed in: taking the next one lets go of what a person held before. */
  reviewer: UserActor
  /** A submission that came through the API; the worker checks it. */
  send: (options?: SendOptions) => Promise<Sent>
  /** One that "next" takes before any other, so that a decision leads there and not into another test. */
  sendUrgent: () => Promise<Sent>
  /** Somebody else at another browser. */
  colleague: { actor: UserActor; workspace: ReviewWorkspace }
  workspace: ReviewWorkspace
}

/** The desk's tests share one server and one queue: each has people and submissions of its own. */
export const test = base.extend<Desk>({
  reviewer: async ({ context }, use) => {
    const actor = await makeUser('reviewer')
    await signIn(context, actor)
    await use(actor)
  },
  workspace: async ({ page, reviewer: _ }, use) => use(new ReviewWorkspace(page)),
  colleague: async ({ browser }, use) => {
    const actor = await makeUser('reviewer')
    const context = await browser.newContext()
    await signIn(context, actor)
    await use({ actor, workspace: new ReviewWorkspace(await context.newPage()) })
    await context.close()
  },
  send: async ({ reviewer }, use) => use((options = {}) => send({ holder: reviewer, ...options })),
  sendUrgent: async ({ reviewer }, use) => {
    await use(async () => {
      const sent = await send({ holder: null })
      await checked(sent)
      // Assigned, so that no other test's "next" takes it.
      await db().submission.update({
        where: { id: sent.id },
        data: { urgentAt: new Date(0), assignedToId: reviewer.id },
      })
      return sent
    })
  },
})

export { expect }

/** Waits until the worker has checked it. */
export async function checked({ id }: Pick<Sent, 'id'>): Promise<void> {
  const status = async () => (await db().submission.findUniqueOrThrow({ where: { id } })).status
  await expect.poll(status, { timeout: 45_000 }).toBe('ready_for_review')
}

/** A submission under a policy of its own, through the worker without the seconds that checks take: it waits for a person. */
export async function reviewable(policy: Partial<Policy>): Promise<string> {
  const { submissionId } = await makeSubmission({ client: await makeClient({ checks: withoutChecks, ...policy }) })
  await checked({ id: submissionId })
  return submissionId
}

/** As if the lease had run out: its browser is gone, or its owner asleep. */
export async function expireClaim({ id }: Sent): Promise<void> {
  const { count } = await db().claim.updateMany({ where: { submissionId: id }, data: { expiresAt: new Date(0) } })
  expect(count, 'a claim to expire').toBe(1)
}

async function send({ holder, locale = 'en', kinds = ['id_front'], spoil = [], undoSeconds = 60 }: SendOptions) {
  const externalId = `desk-${randomUUID().slice(0, 8)}`
  const email = `${externalId}@example.com`
  const { submissionId: id, caseReference: reference } = await makeSubmission({
    client: await makeClient({ requiredCaptures: { passport: [], id_card: kinds }, undoSeconds }),
    metadata: { externalId, email, locale },
    files: await Promise.all(kinds.map((kind) => picture(kind, ...spoil))),
  })
  if (holder) await claimSubmission(holder, { submissionId: id })
  return { id, reference, externalId, email }
}

/** Gives a browser the cookie that signing in would. */
async function signIn(context: BrowserContext, { sessionId }: UserActor): Promise<void> {
  const value = await encode({ token: { sid: sessionId }, secret: env().secret })
  await context.addCookies([{ name: 'next-auth.session-token', value, url: env().appOrigin, httpOnly: true }])
}
