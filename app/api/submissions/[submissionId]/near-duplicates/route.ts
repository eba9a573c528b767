import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { nearDuplicates } from '#lib/queries/near-duplicates'

/** For the review page's History, when it is looked at. */
export const GET = defineRoute<{ submissionId: string }>(async (_, { submissionId }) =>
  Response.json(await nearDuplicates(await requireActor(), z.uuid().parse(submissionId))),
)
