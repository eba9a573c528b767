import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

export const revokeApiClientInput = z.object({ clientId: z.uuid() })

/** Ends a client's key at once. What it has sent stays. */
export async function revokeApiClient(
  actor: Actor,
  { clientId }: z.infer<typeof revokeApiClientInput>,
): Promise<{ ok: true }> {
  authorise(actor, 'api-client:manage')
  await withTransaction(async (tx) => {
    const { count } = await tx.apiClient.updateMany({
      where: { id: clientId, revokedAt: null, keyHash: { not: null } },
      data: { revokedAt: await databaseNow(tx) },
    })
    if (count > 0) await recordAuditEvent(tx, actor, { type: 'api_client.revoked', data: { clientId } })
  })
  return { ok: true }
}
