'use client'

import { AtSign, ChevronsUpDown, Gauge, Keyboard, LockKeyhole, LogOut } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { type ReactNode, startTransition } from 'react'
import { can, type Role, roleTitle } from '#lib/domain/permissions'
import { MentionCount } from './mention-count.tsx'
import { lockScreen } from './session-lock.tsx'
import type { Theme } from './theme.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import { Badge } from './ui/badge.tsx'
import { Button, buttonVariants } from './ui/button.tsx'
import { cn } from './ui/cn.ts'

export interface UserMenuProps {
  user: { name: string; email: string; role: Role }
  theme: Theme
  /** Notes that name the viewer and were not read; leave out for roles that read none. */
  unreadMentions?: number
  /** A server action that ends the session; the page, rendered anew, then leads to the sign-in page. */
  signOut: () => Promise<unknown>
}

const popoverId = 'user-menu'

/** Who is signed in, the theme, and the way out, in the browser's own popover: Esc and a click elsewhere close it. */
export function UserMenu({ user, theme, unreadMentions, signOut }: UserMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={popoverId}
        className="flex h-10 w-full min-w-0 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover rail:justify-center rail:px-0"
      >
        <span
          aria-hidden
          className="relative grid size-7 shrink-0 place-content-center rounded-full bg-selected text-xs font-semibold"
        >
          {initials(user.name)}
          <MentionCount unread={unreadMentions} />
        </span>
        <span className="min-w-0 flex-1 rail:sr-only">
          <span className="block truncate text-[0.8125rem] leading-4 font-medium">{user.name}</span>
          <span className="block text-xs leading-4 text-muted-foreground">{roleTitle[user.role]}</span>
          {unreadMentions ? <span className="sr-only">Unread mentions: {unreadMentions}</span> : null}
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground rail:hidden" />
      </button>
      <div
        id={popoverId}
        popover="auto"
        className="inset-auto bottom-14 left-2.5 m-0 w-64 rounded-md border border-border bg-popover p-2 text-foreground shadow-raised"
      >
        <div className="px-2 pb-2 text-[0.8125rem]">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-muted-foreground">{user.email}</p>
        </div>
        <ThemeToggle theme={theme} />
        <nav aria-label="Own pages" className="mt-2 grid">
          {can(user.role, 'submission:decide') && (
            <MenuLink href="/session" icon={<Gauge aria-hidden />}>
              My session
            </MenuLink>
          )}
          {unreadMentions !== undefined && (
            <MenuLink href="/mentions" icon={<AtSign aria-hidden />}>
              Mentions
              {unreadMentions > 0 && (
                <Badge tone="info" className="ml-auto">
                  {unreadMentions} unread
                </Badge>
              )}
            </MenuLink>
          )}
          <MenuLink href="/settings/keys" icon={<Keyboard aria-hidden />}>
            Keys
          </MenuLink>
        </nav>
        <Button variant="ghost" className="w-full justify-start px-2" onClick={lockScreen}>
          <LockKeyhole aria-hidden /> Lock the screen
        </Button>
        <Button
          variant="ghost"
          className="w-full justify-start px-2"
          onClick={() => startTransition(async () => void (await signOut()))}
        >
          <LogOut aria-hidden /> Sign out
        </Button>
      </div>
    </>
  )
}

function MenuLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Link
      href={href as Route}
      prefetch={false}
      className={cn(buttonVariants({ variant: 'ghost' }), 'w-full justify-start px-2')}
      onClick={() => document.getElementById(popoverId)?.hidePopover()}
    >
      {icon} {children}
    </Link>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? words.at(-1)![0] : ''}`.toUpperCase()
}
