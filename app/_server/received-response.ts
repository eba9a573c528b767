import 'server-only'
import type { FilesRefused, Received } from '#lib/operations/receive-submission'
import { errorResponse } from './define-route.ts'

/** 201 with the submission, 200 for a repeated request, 422 where the door refused a file: the first refusal in words, all as details. */
export function receivedResponse(result: Received | FilesRefused): Response {
  if (!result.ok) {
    const [first] = result.refusals
    return errorResponse(422, first!.code, first!.message, result.refusals)
  }
  const { submissionId, caseReference, status, attempt, replayed } = result
  return Response.json(
    { id: submissionId, status, reference: caseReference, attempt },
    { status: replayed ? 200 : 201, headers: { Location: `/api/v1/submissions/${submissionId}` } },
  )
}
