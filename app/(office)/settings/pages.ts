import { can, type Permission, type Role } from '#lib/domain/permissions'

const pages: readonly { href: string; title: string; permission: Permission }[] = [
  { href: '/settings/reasons', title: 'Wordings', permission: 'wording:read' },
  { href: '/settings/policies', title: 'Policies', permission: 'policy:read' },
  { href: '/settings/keys', title: 'Keys', permission: 'preferences:save' },
  { href: '/settings/users', title: 'Users', permission: 'user:manage' },
  { href: '/settings/api-clients', title: 'API keys', permission: 'api-client:manage' },
]

/** The settings a role may open, the most visited first. */
export function settingsPages(role: Role): { href: string; title: string }[] {
  return pages.filter(({ permission }) => can(role, permission)).map(({ href, title }) => ({ href, title }))
}
