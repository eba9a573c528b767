import type { ReactNode } from 'react'
import type { KeyChoices as OwnKeys } from '#lib/domain/hotkeys'
import type { Role } from '#lib/domain/permissions'
import { Announcer } from './announcer.tsx'
import { Brand } from './brand.tsx'
import { KeyChoices } from './key-choices.tsx'
import { LiveMentions } from './live-mentions.tsx'
import { navGroups } from './nav-items.ts'
import { NavLink } from './nav-link.tsx'
import { PaletteLauncher } from './palette-launcher.tsx'
import { ScreenLock } from './screen-lock.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { TakeNext, type TakeNextProps } from './take-next.tsx'
import type { Theme } from './theme.tsx'
import { Toaster } from './ui/toast.tsx'
import { type UndoAction, UndoDecision } from './undo-decision.tsx'
import type { FindCases } from './use-found-cases.tsx'
import { UserMenu, type UserMenuProps } from './user-menu.tsx'

export interface AppShellProps {
  user: { id: string; name: string; email: string; role: Role; hasPassword: boolean }
  theme: Theme
  /** Minutes without a sign of life until the screen locks. */
  lockAfterMinutes: number
  /** Keys the viewer chose for themselves. */
  keys: OwnKeys
  /** Notes that name the viewer and were not read; leave out for roles that read none. */
  unreadMentions?: number
  signOut: UserMenuProps['signOut']
  /** The server action behind the command palette. */
  findCases: FindCases
  /** The server action behind "Review next" and `n`; leave out for roles that don't review. */
  takeNext?: TakeNextProps['action']
  /** The server action that takes a decision back; goes with `takeNext`. */
  undo?: UndoAction
  children: ReactNode
}

/**
 * Sidebar, toasts, keys and the page. Up to 1024 px the sidebar is a rail of icons; a page that renders an element with
 * `data-wide` gets the rail at any width, and the space to the edges.
 */
export function AppShell(props: AppShellProps) {
  const { user, theme, keys, lockAfterMinutes, unreadMentions, signOut, findCases, takeNext, undo, children } = props
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-popover focus:px-3 focus:py-2 focus:shadow-raised"
      >
        Skip to the page
      </a>
      <div className="shell grid min-h-dvh grid-cols-[13.5rem_minmax(0,1fr)] rail:grid-cols-[3.5rem_minmax(0,1fr)]">
        <div className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto border-r border-border bg-card px-2.5 py-3">
          <div className="flex h-8 items-center px-1 rail:justify-center rail:px-0">
            <Brand compact />
          </div>
          {takeNext && <TakeNext compact action={takeNext} className="rail:w-9 rail:self-center rail:px-0" />}
          <PaletteLauncher role={user.role} findCases={findCases} />
          <Sidebar role={user.role} />
          <footer className="mt-auto grid gap-1">
            <ShortcutHelp />
            <UserMenu {...{ user, theme, unreadMentions, signOut }} />
          </footer>
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 px-4 py-4 outline-none desk:px-6 has-data-wide:p-0">
          {children}
        </main>
      </div>
      {unreadMentions !== undefined && <LiveMentions />}
      <KeyChoices keys={keys} />
      {undo && <UndoDecision action={undo} />}
      <ScreenLock user={user} hasPassword={user.hasPassword} afterMinutes={lockAfterMinutes} />
      <Announcer />
      <Toaster />
    </>
  )
}

function Sidebar({ role }: { role: Role }) {
  return (
    <nav aria-label="Main" className="grid gap-4">
      {navGroups(role).map(({ title, items }) => (
        <div key={title} className="grid gap-px">
          {title && <p className="px-2 pb-1 text-xs text-muted-foreground rail:sr-only">{title}</p>}
          {items.map(({ href, title, icon: Icon }) => (
            <NavLink key={href} href={href} title={title} icon={<Icon aria-hidden className="size-4 shrink-0" />} />
          ))}
        </div>
      ))}
    </nav>
  )
}
