import 'server-only'
import type { ApiClientActor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { authenticateApiClient } from '#lib/operations/authenticate-api-client'

/** The API client of a request's bearer key. Throws API_KEY_INVALID. */
export async function apiActor(request: Request): Promise<ApiClientActor> {
  const [scheme, key] = (request.headers.get('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !key) throw new AppError('API_KEY_INVALID')
  return authenticateApiClient(key)
}
