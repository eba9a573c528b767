import { cookies } from 'next/headers'
import { sessionCookieName } from '#app/_server/auth'
import { defineRoute } from '#app/_server/define-route'
import { requireSameOrigin } from '#app/_server/same-origin'
import { currentSession, requireActor } from '#app/_server/session'
import { signOut } from '#lib/operations/sign-out'

/** Whether the browser's session is `open`, `locked` or `ended`, and whose it is. */
export const GET = defineRoute(async () => {
  const session = await currentSession()
  if (!session) return Response.json({ state: 'ended' })
  return Response.json({ state: session.locked ? 'locked' : 'open', userId: session.actor.id })
})

/** A sign of life: somebody is at the keyboard, although the page needs nothing from us. */
export const POST = defineRoute(async (request) => {
  requireSameOrigin(request.headers)
  await requireActor()
  return new Response(null, { status: 204 })
})

/** Ends the session, locked or not. */
export const DELETE = defineRoute(async (request) => {
  requireSameOrigin(request.headers)
  const session = await currentSession()
  if (session) await signOut(session.actor.sessionId)
  const name = sessionCookieName()
  const cookieJar = await cookies()
  cookieJar.delete({ name, path: '/', secure: name.startsWith('__Secure-') })
  return new Response(null, { status: 204 })
})
