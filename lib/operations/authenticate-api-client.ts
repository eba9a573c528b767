import { apiKeyMatches, apiKeyPrefix } from '#lib/credentials/api-key'
import { db } from '#lib/db/client'
import type { ApiClientActor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'

/** The client a bearer key belongs to; notes its use at most once a minute. Throws API_KEY_INVALID for everything else. */
export async function authenticateApiClient(key: string): Promise<ApiClientActor> {
  const keyPrefix = apiKeyPrefix(key)
  const client = keyPrefix ? await db().apiClient.findUnique({ where: { keyPrefix } }) : null
  if (!client?.keyHash || client.revokedAt || !apiKeyMatches(key, client.keyHash)) {
    throw new AppError('API_KEY_INVALID')
  }
  await db().$executeRaw`
    UPDATE api_clients SET last_used_at = clock_timestamp()
    WHERE id = ${client.id}::uuid AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute')`
  return { kind: 'api_client', id: client.id, name: client.name }
}
