import { db } from '#lib/db/client'
import { type Policy, policySchema } from '#lib/domain/policy'
import { AppError } from '#lib/errors'

export interface PolicyInForce {
  id: string
  body: Policy
}

/** The newest version of the client's policy: what a submission that arrives now is judged by, and stays pinned to. */
export async function policyInForce(clientId: string): Promise<PolicyInForce> {
  const client = await db().apiClient.findUnique({ where: { id: clientId } })
  const row =
    client && (await db().policy.findFirst({ where: { name: client.policyName }, orderBy: { version: 'desc' } }))
  if (!row) throw new AppError('NOT_FOUND')
  return { id: row.id, body: policySchema.parse(row.body) }
}
