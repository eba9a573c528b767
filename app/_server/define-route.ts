import 'server-only'
import { z } from 'zod'
import { isUnavailable } from '#lib/db/is-unavailable'
import { AppError } from '#lib/errors'
import { describeError, logger } from '#lib/logger'

/** The body of every answer that isn't a success. */
export interface ErrorBody {
  error: { code: string; message: string; details?: unknown }
}

type Handler<Params> = (request: Request, params: Params) => Promise<Response>

/**
 * Wraps a route: errors become one JSON shape, bugs are logged with an id and tell nothing, a database that can't be had is no bug
 * and may be tried again, private answers are never cached.
 */
export function defineRoute<Params = Record<never, never>>(handler: Handler<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const requestId = crypto.randomUUID()
    const startedAt = performance.now()
    const response = await handler(request, await context.params).catch((error: unknown) =>
      toResponse(error, requestId),
    )
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
    response.headers.set('X-Request-Id', requestId)
    const ms = Math.round(performance.now() - startedAt)
    logger.info({ event: 'request', requestId, method: request.method, status: response.status, ms })
    return response
  }
}

/** The one shape of every answer that is no success. */
export function errorResponse(status: number, code: string, message: string, details?: unknown): Response {
  return Response.json({ error: { code, message, ...(details !== undefined && { details }) } } satisfies ErrorBody, {
    status,
  })
}

function toResponse(error: unknown, requestId: string): Response {
  if (error instanceof AppError) return errorResponse(error.status, error.code, error.message)
  if (error instanceof z.ZodError) {
    const details = error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
    const [first] = details
    const message = first
      ? `${first.field || 'The request'}: ${first.message}`
      : 'Something in the request is not valid.'
    return errorResponse(422, 'INVALID_INPUT', message, details)
  }
  logger.error({ event: 'request.failed', requestId, error: describeError(error) })
  if (isUnavailable(error)) return unavailable()
  return errorResponse(500, 'BUG', `Something went wrong on our side. Reference ${requestId}.`)
}

/** Long enough for a database that restarts. */
const retryAfterSeconds = 2

function unavailable(): Response {
  const { status, code, message } = new AppError('UNAVAILABLE')
  const response = errorResponse(status, code, message)
  response.headers.set('Retry-After', String(retryAfterSeconds))
  return response
}
