import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { makeApiKey } from '#lib/credentials/api-key'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { plainText } from '#lib/domain/intake'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const createApiClientInput = z.object({ name: plainText(80), policyName: plainText(80) })

/** Makes an API client. Its key is in the answer and nowhere else: it can't be shown again. */
export async function createApiClient(
  actor: Actor,
  { name, policyName }: z.infer<typeof createApiClientInput>,
): Promise<{ ok: true; clientId: string; key: string } | Refused<'name_taken' | 'policy_unknown'>> {
  authorise(actor, 'api-client:manage')
  const { key, ...kept } = makeApiKey()
  return withTransaction(async (tx) => {
    if (!(await tx.policy.findFirst({ where: { name: policyName } }))) {
      return refused('policy_unknown', 'There is no policy of this name.')
    }
    const client = { name, policyName, ...kept }
    const [created] = await tx.apiClient.createManyAndReturn({ data: [client], skipDuplicates: true })
    if (!created) return refused('name_taken', 'There is already an API client of this name.')
    await recordAuditEvent(tx, actor, { type: 'api_client.created', data: { clientId: created.id, policyName } })
    return { ok: true, clientId: created.id, key }
  })
}
