import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { policySchema } from '#lib/domain/policy'

export interface ApiClientRow {
  id: string
  name: string
  policyName: string
  /** The first characters of its key; null for the intake desk, which has none. */
  keyPrefix: string | null
  revoked: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

/** Every client, the newest first. Keys can't be shown: only their hash is kept. */
export async function apiClients(actor: Actor): Promise<ApiClientRow[]> {
  authorise(actor, 'api-client:manage')
  const rows = await db().apiClient.findMany({ orderBy: { createdAt: 'desc' } })
  return rows.map(({ keyHash: _, revokedAt, ...client }) => ({ ...client, revoked: revokedAt !== null }))
}

/** Clients an operator may take in pictures for. */
export async function intakeClients(actor: Actor): Promise<{ id: string; name: string; policyName: string }[]> {
  authorise(actor, 'submission:receive')
  return db().apiClient.findMany({
    where: { revokedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, policyName: true },
  })
}

export interface PolicyRow {
  name: string
  version: number
  title: string
}

/** The policies in force: the newest version of each name. */
export async function policies(actor: Actor): Promise<PolicyRow[]> {
  authorise(actor, 'policy:read')
  const rows = await db().policy.findMany({ orderBy: { version: 'desc' }, distinct: ['name'] })
  return rows
    .map(({ name, version, body }) => ({ name, version, title: policySchema.parse(body).title }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
