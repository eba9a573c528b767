import { z } from 'zod'
import { passwordMatches } from '#lib/credentials/password'
import { db } from '#lib/db/client'
import type { User } from '#lib/db/generated/client'
import { type Tx, withTransaction } from '#lib/db/transaction'
import { system } from '#lib/domain/actor'
import { isGuessedAt } from '#lib/sign-in-failures'
import { recordAuditEvent } from './record-audit-event.ts'

export const signInInput = z.object({ email: z.email().max(254).toLowerCase(), password: z.string().min(1).max(200) })

export interface SignedIn {
  userId: string
  sessionId: string
  name: string
  email: string
}

/** Checks a password and opens a session. Null for a wrong address, a wrong password, too many tries: one answer for all. */
export async function signIn(input: z.infer<typeof signInInput>): Promise<SignedIn | null> {
  const user = await db().user.findUnique({ where: { email: input.email } })
  const right = await passwordMatches(input.password, user?.passwordHash ?? null)
  if (!user) return null
  return withTransaction(async (tx) => {
    const isGuessed = await isGuessedAt(tx, user.id)
    if (right && !user.disabledAt && !isGuessed) return openSession(tx, user)
    await recordAuditEvent(tx, system, { type: 'user.sign_in_failed', data: { userId: user.id } })
    return null
  })
}

/** For someone the identity provider vouches for: the address must belong to a user who isn't disabled. */
export async function signInVerified(email: string): Promise<SignedIn | null> {
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() } })
  return user && !user.disabledAt ? withTransaction((tx) => openSession(tx, user)) : null
}

async function openSession(tx: Tx, { id: userId, name, email }: User): Promise<SignedIn> {
  const session = await tx.userSession.create({ data: { userId } })
  await recordAuditEvent(tx, system, { type: 'user.signed_in', data: { userId, sessionId: session.id } })
  return { userId, sessionId: session.id, name, email }
}
