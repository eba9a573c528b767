import { defineRoute } from '#app/_server/define-route'
import { idempotencyKeyOf, readUpload } from '#app/_server/read-upload'
import { receivedResponse } from '#app/_server/received-response'
import { requireSameOrigin } from '#app/_server/same-origin'
import { AppError } from '#lib/errors'
import { receiveSubmission } from '#lib/operations/receive-submission'
import { resubmissionMetadata } from '#lib/queries/resubmission-metadata'
import { customerOf } from '#lib/queries/resubmission-page'

/** The customer's upload: takes the captures that were asked for as the next attempt of the same case. */
export const POST = defineRoute<{ token: string }>(async (request, { token }) => {
  requireSameOrigin(request.headers)
  const customer = await customerOf(token)
  if (!customer) throw new AppError('LINK_EXPIRED')
  const idempotencyKey = idempotencyKeyOf(request)
  const { files } = await readUpload(request)
  const { clientId, metadata } = await resubmissionMetadata(customer)
  const result = await receiveSubmission(customer, {
    clientId,
    source: 'customer',
    metadata,
    files,
    idempotencyKey,
  })
  return receivedResponse(result)
})
