import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { type Policy, policySchema } from '#lib/domain/policy'

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

export interface IntakeClient {
  id: string
  name: string
  /** What its policy in force takes. */
  policy: Pick<Policy, 'title' | 'acceptedTypes' | 'maxSizeBytes' | 'requiredCaptures'>
}

/** Clients an operator may take in pictures for. */
export async function intakeClients(actor: Actor): Promise<IntakeClient[]> {
  authorise(actor, 'submission:receive')
  const [clients, inForce] = await Promise.all([
    db().apiClient.findMany({ where: { revokedAt: null }, orderBy: { createdAt: 'asc' } }),
    policiesInForce(),
  ])
  return clients.flatMap(({ id, name, policyName }) => {
    const policy = inForce.find((candidate) => candidate.name === policyName)
    if (!policy) return []
    const { title, acceptedTypes, maxSizeBytes, requiredCaptures } = policy.body
    return [{ id, name, policy: { title, acceptedTypes, maxSizeBytes, requiredCaptures } }]
  })
}

export interface PolicyRow {
  name: string
  version: number
  title: string
  body: Policy
  createdAt: Date
  /** Names of the clients it holds for, revoked ones left out. */
  clients: string[]
}

/** The policies in force: the newest version of each name. */
export async function policies(actor: Actor): Promise<PolicyRow[]> {
  authorise(actor, 'policy:read')
  const [inForce, clients] = await Promise.all([
    policiesInForce(),
    db().apiClient.findMany({ where: { revokedAt: null }, orderBy: { name: 'asc' } }),
  ])
  return inForce.map((policy) => ({
    ...policy,
    title: policy.body.title,
    clients: clients.filter(({ policyName }) => policyName === policy.name).map(({ name }) => name),
  }))
}

async function policiesInForce() {
  const rows = await db().policy.findMany({ orderBy: { version: 'desc' }, distinct: ['name'] })
  return rows
    .map(({ name, version, body, createdAt }) => ({ name, version, body: policySchema.parse(body), createdAt }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
