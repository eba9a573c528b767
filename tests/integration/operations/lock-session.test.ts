import { afterEach, expect, test, vi } from 'vitest'
import { hashPassword } from '#lib/credentials/password'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { lockSession } from '#lib/operations/lock-session'
import { unlockSession } from '#lib/operations/unlock-session'
import { sessionState } from '#lib/queries/session-state'
import { makeUser } from '../../factories.ts'

const password = 'the right one, and long'

afterEach(() => void vi.useRealTimers())

async function lockedUser(): Promise<UserActor> {
  const user = await makeUser()
  await db().user.update({ where: { id: user.id }, data: { passwordHash: await hashPassword(password) } })
  await lockSession(user)
  return user
}

const isLocked = async ({ sessionId }: UserActor) => (await sessionState(sessionId))?.locked

test('a locked session opens with its person’s password and with no other', async () => {
  const user = await lockedUser()
  expect(await isLocked(user)).toBe(true)
  expect(await unlockSession(user, { password: 'a guess' })).toMatchObject({ ok: false, reason: 'wrong_password' })
  expect(await isLocked(user)).toBe(true)
  expect(await unlockSession(user, { password })).toEqual({ ok: true })
  expect(await isLocked(user)).toBe(false)
})

test('locking and unlocking are in the audit log once each, however often the page asks', async () => {
  const user = await lockedUser()
  await lockSession(user)
  await unlockSession(user, { password })
  const events = await db().auditEvent.findMany({ where: { actorId: user.id }, orderBy: { id: 'asc' } })
  expect(events.map(({ type }) => type)).toEqual(['session.locked', 'session.unlocked'])
})

test('after ten wrong passwords even the right one is refused for a while', async () => {
  const user = await lockedUser()
  const failure = {
    type: 'user.sign_in_failed',
    actorKind: 'user' as const,
    actorId: user.id,
    data: { userId: user.id },
  }
  await db().auditEvent.createMany({ data: Array.from({ length: 10 }, () => failure) })
  expect(await unlockSession(user, { password })).toMatchObject({ ok: false })
})

test('a session whose browser has gone silent is locked without being told', async () => {
  const user = await makeUser()
  expect(await isLocked(user)).toBe(false)
  const lastSeenAt = new Date(Date.now() - 13 * 60_000)
  await db().userSession.update({ where: { id: user.sessionId }, data: { lastSeenAt } })
  expect(await isLocked(user)).toBe(true)
})

test('locking one session leaves the person’s others open', async () => {
  const user = await lockedUser()
  const { id } = await db().userSession.create({ data: { userId: user.id } })
  expect((await sessionState(id))?.locked).toBe(false)
})

test('a session is as old as the database says, whatever the clock here says', async () => {
  const user = await makeUser()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 13 * 3_600_000 })
  expect(await sessionState(user.sessionId)).toMatchObject({ actor: { id: user.id }, locked: false, justLocked: false })
})
