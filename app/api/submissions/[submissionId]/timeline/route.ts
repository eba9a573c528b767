import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { caseTimeline, timelineFilterSchema } from '#lib/queries/case-timeline'

/** A page of the case's timeline: `?kind=decisions&before=123`. */
export const GET = defineRoute<{ submissionId: string }>(async (request, { submissionId }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const filter = timelineFilterSchema.parse({ ...asked, submissionId })
  return Response.json(await caseTimeline(await requireActor(), filter))
})
