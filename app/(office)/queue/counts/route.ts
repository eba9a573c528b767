import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { queueCounts } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { savedViews } from '#lib/queries/saved-views'
import { standingViews } from '../standing-views.ts'

/** How many submissions each view holds, by the query of its address. Apart from the page, which doesn't wait for it. */
export const GET = defineRoute(async () => {
  const actor = await requireActor()
  const queries = [...new Set([...standingViews, ...(await savedViews(actor))].map(({ query }) => query))]
  const filters = queries.map((query) => queueFilterSchema.parse(Object.fromEntries(new URLSearchParams(query))))
  const counts = await queueCounts(actor, filters)
  return Response.json(Object.fromEntries(queries.map((query, index) => [query, counts[index]])))
})
