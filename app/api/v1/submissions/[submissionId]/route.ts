import { z } from 'zod'
import { apiActor } from '#app/_server/api-actor'
import { defineRoute } from '#app/_server/define-route'
import { AppError } from '#lib/errors'
import { submissionStatus } from '#lib/queries/submission-status'

/** How a submission of the asking client stands. */
export const GET = defineRoute<{ submissionId: string }>(async (request, { submissionId }) => {
  const actor = await apiActor(request)
  if (!z.uuid().safeParse(submissionId).success) throw new AppError('NOT_FOUND')
  return Response.json(await submissionStatus(actor, submissionId))
})
