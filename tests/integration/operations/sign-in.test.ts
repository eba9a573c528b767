import { expect, test, vi } from 'vitest'
import { hashPassword } from '#lib/credentials/password'
import { db } from '#lib/db/client'
import { claimSubmission } from '#lib/operations/claim-submission'
import { signIn } from '#lib/operations/sign-in'
import { signOut } from '#lib/operations/sign-out'
import { makeReviewable, makeUser } from '../../factories.ts'

const password = 'the right one, and long'

/** How many statements wait to lock a person. */
async function waitingForUser(): Promise<number> {
  const [waiting] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM users%FOR NO KEY UPDATE%'`
  return Number(waiting!.count)
}

test('tries that come at once count one after another: the right password, tried while the tenth fails, is refused', async () => {
  const { id, email } = await makeUser()
  await db().user.update({ where: { id }, data: { passwordHash: await hashPassword(password) } })
  let tried: ReturnType<typeof signIn> | undefined
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${id}::uuid FOR NO KEY UPDATE`
    const failure = { type: 'user.sign_in_failed', actorKind: 'system' as const, data: { userId: id } }
    await tx.auditEvent.createMany({ data: Array.from({ length: 10 }, () => failure) })
    tried = signIn({ email, password })
    // Its password has been judged, and it waits for the row.
    await vi.waitFor(async () => expect(await waitingForUser()).toBe(1), { timeout: 20_000, interval: 50 })
  })
  expect(await tried).toBeNull()
})

test('signing out gives back what one held, and the audit log says so', async () => {
  const reviewer = await makeUser()
  const submissionId = await makeReviewable()
  await claimSubmission(reviewer, { submissionId })
  await signOut(reviewer.sessionId)
  expect(await db().claim.count({ where: { submissionId } })).toBe(0)
  expect(await db().auditEvent.count({ where: { submissionId, type: 'submission.released' } })).toBe(1)
})
