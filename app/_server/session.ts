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
import { sessionActor } from '#lib/queries/session-actor'
import { sessionCookieName } from './auth.ts'

/** Who is asking, read from the database on every request; null where nobody is signed in. Once a request. */
export const getActor = cache(async (): Promise<UserActor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const claims = await decode({ token, secret: env().secret }).catch(() => null)
  if (typeof claims?.sid !== 'string') return null
  const actor = await sessionActor(claims.sid)
  if (actor) await touchSession(actor.sessionId)
  return actor
})

/** For pages: sends whoever is not signed in to the sign-in page and back, and whoever may not to their own start page. */
export async function pageActor(permission?: Permission): Promise<UserActor> {
  const actor = await getActor()
  if (!actor) redirect(`/sign-in?callbackUrl=${encodeURIComponent((await headers()).get('x-address') ?? '/')}`)
  if (permission && !can(actor.role, permission)) redirect('/')
  return actor
}

/** For actions and routes: throws NOT_SIGNED_IN. */
export async function requireActor(): Promise<UserActor> {
  const actor = await getActor()
  if (!actor) throw new AppError('NOT_SIGNED_IN')
  return actor
}
