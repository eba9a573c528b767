import {
  ChartColumn,
  FolderSearch,
  Inbox,
  KeyRound,
  ListChecks,
  type LucideIcon,
  MessageSquareText,
  ScrollText,
  Send,
  Upload,
  Users,
} from 'lucide-react'
import { can, type Permission, type Role } from '#lib/domain/permissions'

export interface NavItem {
  href: string
  title: string
  icon: LucideIcon
  permission: Permission
}

const groups: readonly { title: string | null; items: readonly NavItem[] }[] = [
  {
    title: null,
    items: [
      { href: '/queue', title: 'Queue', icon: ListChecks, permission: 'queue:read' },
      { href: '/support', title: 'Support', icon: FolderSearch, permission: 'case:support' },
      { href: '/intake', title: 'Intake', icon: Upload, permission: 'submission:receive' },
    ],
  },
  {
    title: 'Oversight',
    items: [
      { href: '/stats', title: 'Stats', icon: ChartColumn, permission: 'stats:read' },
      { href: '/audit', title: 'Audit', icon: ScrollText, permission: 'audit:read' },
      { href: '/outbox', title: 'Outbox', icon: Send, permission: 'outbox:read' },
    ],
  },
  {
    title: 'Settings',
    items: [
      { href: '/settings/reasons', title: 'Wordings', icon: MessageSquareText, permission: 'wording:read' },
      { href: '/settings/policies', title: 'Policies', icon: Inbox, permission: 'policy:read' },
      { href: '/settings/users', title: 'Users', icon: Users, permission: 'user:manage' },
      { href: '/settings/api-clients', title: 'API keys', icon: KeyRound, permission: 'api-client:manage' },
    ],
  },
]

/** The sidebar's links for a role, in groups; empty groups are left out. What is hidden here is refused there too. */
export function navGroups(role: Role): { title: string | null; items: NavItem[] }[] {
  return groups
    .map(({ title, items }) => ({ title, items: items.filter(({ permission }) => can(role, permission)) }))
    .filter(({ items }) => items.length > 0)
}
