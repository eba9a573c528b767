import type { Role } from './permissions.ts'

export interface UserActor {
  kind: 'user'
  id: string
  name: string
  email: string
  role: Role
  sessionId: string
}

export interface ApiClientActor {
  kind: 'api_client'
  id: string
  name: string
}

/** Someone who holds a valid link; it opens one submission's case and nothing else. */
export interface CustomerActor {
  kind: 'customer'
  linkId: string
  caseId: string
  submissionId: string
}

export interface SystemActor {
  kind: 'system'
}

/** Who acts. Made only at the doors: session, API key, customer link, worker. */
export type Actor = UserActor | ApiClientActor | CustomerActor | SystemActor

export const system: SystemActor = { kind: 'system' }
