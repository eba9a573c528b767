import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { requireSameOrigin } from '#app/_server/same-origin'
import { requireActor } from '#app/_server/session'
import { AppError } from '#lib/errors'
import { openSealedCapture } from '#lib/operations/open-sealed-capture'
import { sealCapture } from '#lib/operations/seal-capture'

/** A capture ahead of its turn, as bytes that show nothing. */
export const GET = defineRoute<{ captureId: string }>(async (_request, { captureId }) => {
  return bytesResponse(await sealCapture(await requireActor(), known(captureId)))
})

/** The key to them, once its turn has come; a look, so it is asked for by POST. */
export const POST = defineRoute<{ captureId: string }>(async (request, { captureId }) => {
  requireSameOrigin(request.headers)
  return bytesResponse(await openSealedCapture(await requireActor(), known(captureId)))
})

function known(captureId: string): string {
  if (!z.uuid().safeParse(captureId).success) throw new AppError('NOT_FOUND')
  return captureId
}

function bytesResponse(bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  })
}
