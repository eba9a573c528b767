import { defineRoute, errorResponse } from '#app/_server/define-route'
import { requireSameOrigin } from '#app/_server/same-origin'
import { currentSession } from '#app/_server/session'
import { AppError } from '#lib/errors'
import { unlockSession, unlockSessionInput } from '#lib/operations/unlock-session'

/** The one thing a locked session may ask for: to be opened with its person's password. */
export const POST = defineRoute(async (request) => {
  requireSameOrigin(request.headers)
  const session = await currentSession()
  if (!session) throw new AppError('NOT_SIGNED_IN')
  const input = unlockSessionInput.parse(await request.json().catch(() => null))
  const answer = await unlockSession(session.actor, input)
  if (!answer.ok) return errorResponse(403, answer.reason.toUpperCase(), answer.message)
  return new Response(null, { status: 204 })
})
