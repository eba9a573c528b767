import { apiActor } from '#app/_server/api-actor'
import { defineRoute } from '#app/_server/define-route'
import { idempotencyKeyOf, jsonField, readUpload } from '#app/_server/read-upload'
import { receivedResponse } from '#app/_server/received-response'
import { submissionMetadataSchema } from '#lib/domain/intake'
import { receiveSubmission } from '#lib/operations/receive-submission'

/** The client's own door: one attempt of one customer. */
export const POST = defineRoute(async (request) => {
  const actor = await apiActor(request)
  const idempotencyKey = idempotencyKeyOf(request)
  const { fields, files } = await readUpload(request)
  const metadata = submissionMetadataSchema.parse(jsonField(fields, 'metadata'))
  return receivedResponse(
    await receiveSubmission(actor, { clientId: actor.id, source: 'api', metadata, files, idempotencyKey }),
  )
})
