import { z } from 'zod'

export const roles = ['reviewer', 'support', 'manager', 'admin'] as const
export const roleSchema = /* @__PURE__ */ z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** Who may do what: the whole table. Images are for those who decide; everyone else works from the same facts. */
const table = {
  'queue:read': ['reviewer', 'manager', 'admin'],
  'submission:review': ['reviewer', 'admin'],
  'submission:decide': ['reviewer', 'admin'],
  'submission:reopen': ['manager', 'admin'],
  'submission:appeal': ['support', 'manager', 'admin'],
  'submission:check': ['reviewer', 'admin'],
  'submission:receive': ['reviewer', 'admin'],
  'capture:view': ['reviewer', 'admin'],
  'case:support': ['reviewer', 'support', 'manager', 'admin'],
  'link:issue': ['support', 'admin'],
  'stats:read': ['manager', 'admin'],
  'audit:read': ['manager', 'admin'],
  'outbox:read': ['admin'],
  'wording:read': ['reviewer', 'support', 'manager', 'admin'],
  'wording:save': ['manager', 'admin'],
  'policy:read': ['manager', 'admin'],
  'preferences:save': ['reviewer', 'support', 'manager', 'admin'],
  'user:manage': ['admin'],
  'api-client:manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof table
export const permissions = Object.keys(table) as Permission[]

/** True where the role may. API clients, customers and the system have their own doors and no role. */
export function can(role: Role, permission: Permission): boolean {
  return (table[permission] as readonly Role[]).includes(role)
}

/** The roles that may. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => can(role, permission))
}

export const roleTitle: Record<Role, string> = {
  reviewer: 'Reviewer',
  support: 'Support',
  manager: 'Manager',
  admin: 'Admin',
}
