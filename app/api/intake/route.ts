import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { idempotencyKeyOf, jsonField, readUpload } from '#app/_server/read-upload'
import { receivedResponse } from '#app/_server/received-response'
import { requireSameOrigin } from '#app/_server/same-origin'
import { requireActor } from '#app/_server/session'
import { authorise } from '#lib/authorise'
import { submissionMetadataSchema } from '#lib/domain/intake'
import { receiveSubmission } from '#lib/operations/receive-submission'

/** The intake page's upload: the same form as the API's, by someone signed in, for a client they choose. */
export const POST = defineRoute(async (request) => {
  requireSameOrigin(request.headers)
  const actor = authorise(await requireActor(), 'submission:receive')
  const idempotencyKey = idempotencyKeyOf(request)
  const { fields, files } = await readUpload(request)
  const clientId = z.uuid({ error: 'Choose a client' }).parse(fields.get('clientId'))
  const metadata = submissionMetadataSchema.parse(jsonField(fields, 'metadata'))
  return receivedResponse(
    await receiveSubmission(actor, { clientId, source: 'intake', metadata, files, idempotencyKey }),
  )
})
