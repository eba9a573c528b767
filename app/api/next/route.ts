import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { peekNext, takeNextInput } from '#lib/operations/claim-submission'

/** What the viewer would be given next if they asked now, with its captures; null where nothing waits. Claims nothing. */
export const GET = defineRoute(async (request) => {
  const exceptId = new URL(request.url).searchParams.get('except') ?? undefined
  return Response.json(await peekNext(await requireActor(), takeNextInput.parse({ exceptId })))
})
