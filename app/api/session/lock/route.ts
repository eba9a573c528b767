import { defineRoute } from '#app/_server/define-route'
import { requireSameOrigin } from '#app/_server/same-origin'
import { currentSession } from '#app/_server/session'
import { AppError } from '#lib/errors'
import { lockSession } from '#lib/operations/lock-session'

/** Locks the session, as the page does by itself when nobody has touched it for a while. */
export const POST = defineRoute(async (request) => {
  requireSameOrigin(request.headers)
  const session = await currentSession()
  if (!session) throw new AppError('NOT_SIGNED_IN')
  await lockSession(session.actor)
  return new Response(null, { status: 204 })
})
