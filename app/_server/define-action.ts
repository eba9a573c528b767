import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { isUnavailable } from '#lib/db/is-unavailable'
import type { UserActor } from '#lib/domain/actor'
import { AppError, type Refused } from '#lib/errors'
import { describeError, logger } from '#lib/logger'
import { requireSameOrigin } from './same-origin.ts'
import { requireActor } from './session.ts'

export type ActionRefusal = Refused<string> & { fields?: Record<string, string> }

/**
 * The one way a server action is made: same origin, signed in, input through its schema, then the operation, which
 * authorises. Every export of a `'use server'` file is an endpoint anyone can call, so nothing else may be exported there.
 */
export function defineAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  operation: (actor: UserActor, input: z.output<Schema>) => Promise<Result>,
): (input: z.input<Schema>) => Promise<Result | ActionRefusal> {
  return async (input) => {
    try {
      requireSameOrigin(await headers())
      const actor = await requireActor()
      const parsed = schema.safeParse(input)
      if (!parsed.success) return invalid(parsed.error)
      return await operation(actor, parsed.data)
    } catch (error) {
      return failed(error)
    }
  }
}

function invalid(error: z.ZodError): ActionRefusal {
  const fields = Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message]))
  const [first] = error.issues
  const message = first ? `${first.path.join('.')}: ${first.message}` : 'Something is not valid.'
  return { ok: false, reason: 'INVALID_INPUT', message, fields }
}

function failed(error: unknown): ActionRefusal {
  if (error instanceof AppError) return { ok: false, reason: error.code, message: error.message }
  const requestId = crypto.randomUUID()
  logger.error({ event: 'action.failed', requestId, error: describeError(error) })
  if (isUnavailable(error)) return failed(new AppError('UNAVAILABLE'))
  return { ok: false, reason: 'BUG', message: `Something went wrong on our side. Reference ${requestId.slice(0, 8)}.` }
}
