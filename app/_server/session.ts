import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import type { UserActor } from '#lib/domain/actor'
import { can, type Permission } from '#lib/domain/permissions'
import { env } from '#lib/env'
import { AppError } from '#lib/errors'
import { touchSession } from '#lib/operations/touch-session'
import { type SessionState, sessionState } from '#lib/queries/session-state'
import { sessionCookieName } from './auth.ts'

/** The session behind the cookie, locked or not, read from the database on every request; null where nobody is signed in. Once a request. */
export const currentSession = cache(async (): Promise<SessionState | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const claims = await decode({ token, secret: env().secret }).catch(() => null)
  if (typeof claims?.sid !== 'string') return null
  const session = await sessionState(claims.sid)
  if (session && !session.locked && !session.seenLately) await touchSession(session.actor.sessionId)
  return session
})

/** Who is asking; null where nobody is signed in, or their session is locked. */
export async function getActor(): Promise<UserActor | null> {
  const session = await currentSession()
  return session && !session.locked ? session.actor : null
}

/**
 * For pages: sends whoever is not signed in to the sign-in page and back, whoever has locked their session to the lock, and
 * whoever may not to their own start page. A page that was reading itself again as it locked is answered once more: a redirect
 * would take what was typed on it away.
 */
export async function pageActor(permission?: Permission): Promise<UserActor> {
  const session = await currentSession()
  if (!session || (session.locked && !(session.justLocked && (await isOpenPage())))) {
    const address = encodeURIComponent((await headers()).get('x-address') ?? '/')
    redirect(`${session ? '/locked' : '/sign-in'}?callbackUrl=${address}`)
  }
  if (permission && !can(session.actor.role, permission)) redirect('/')
  return session.actor
}

/** Whether a page that is already open asks, by script; a browser that goes somewhere names HTML first. */
async function isOpenPage(): Promise<boolean> {
  return !(await headers()).get('accept')?.includes('text/html')
}

/** For actions and routes: throws NOT_SIGNED_IN or LOCKED. */
export async function requireActor(): Promise<UserActor> {
  const session = await currentSession()
  if (!session) throw new AppError('NOT_SIGNED_IN')
  if (session.locked) throw new AppError('LOCKED')
  return session.actor
}
