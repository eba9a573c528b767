import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { caseHistory } from '#lib/queries/case-history'

/** For the review page's History, when it is looked at. */
export const GET = defineRoute<{ submissionId: string }>(async (_, { submissionId }) =>
  Response.json(await caseHistory(await requireActor(), z.uuid().parse(submissionId))),
)
