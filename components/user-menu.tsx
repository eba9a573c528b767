'use client'

import { ChevronsUpDown, LogOut } from 'lucide-react'
import { startTransition } from 'react'
import { type Role, roleTitle } from '#lib/domain/permissions'
import { Menu, MenuItem, MenuSeparator } from './ui/menu.tsx'

export interface UserMenuProps {
  user: { name: string; email: string; role: Role }
  /** A server action that ends the session; the page, rendered anew, then leads to the sign-in page. */
  signOut: () => Promise<unknown>
}

/** Who is signed in, and the way out. */
export function UserMenu({ user, signOut }: UserMenuProps) {
  return (
    <Menu
      side="top"
      className="w-60"
      trigger={
        <button
          type="button"
          className="flex h-10 w-full min-w-0 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover rail:justify-center rail:px-0"
        >
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-content-center rounded-full bg-selected text-xs font-semibold"
          >
            {initials(user.name)}
          </span>
          <span className="min-w-0 flex-1 rail:sr-only">
            <span className="block truncate text-[0.8125rem] leading-4 font-medium">{user.name}</span>
            <span className="block text-xs leading-4 text-muted-foreground">{roleTitle[user.role]}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground rail:hidden" />
        </button>
      }
    >
      <div className="px-2 py-1.5 text-[0.8125rem]">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-muted-foreground">{user.email}</p>
      </div>
      <MenuSeparator />
      <MenuItem onClick={() => startTransition(async () => void (await signOut()))}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? words.at(-1)![0] : ''}`.toUpperCase()
}
