'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import { can, type Role } from '#lib/domain/permissions'
import { navGroups } from './nav-items.ts'
import { actionEntries, matching, type PaletteEntry } from './palette-entries.tsx'
import type { PaletteLauncherProps } from './palette-launcher.tsx'
import { PaletteList } from './palette-list.tsx'
import { lockScreen } from './session-lock.tsx'
import { cn } from './ui/cn.ts'
import { backdropClass, popupClass } from './ui/dialog.tsx'
import { type PaletteCase, useFoundCases } from './use-found-cases.tsx'
import { useHotkeyList } from './use-hotkeys.tsx'

interface CommandPaletteProps extends PaletteLauncherProps {
  onClose: () => void
}

/** Pages that are about oneself, and not in the sidebar. */
const ownPages = [
  { href: '/session', title: 'My session', permission: 'submission:decide' },
  { href: '/settings/keys', title: 'Keys', permission: 'preferences:save' },
] as const

const moves: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  PageDown: (index, count) => Math.min(count - 1, index + 8),
  PageUp: (index) => Math.max(0, index - 8),
}

/**
 * Everything that can be done or opened from here, by a few letters of its name: the actions of this page's keys, pages, and
 * cases. A combobox whose list stays open: arrows choose, Enter does it, Esc leaves.
 */
export function CommandPalette({ role, findCases, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const hotkeys = useHotkeyList()
  const go = useGo()
  const { cases, problem, searching } = useFoundCases(findCases, query)
  const entries = [
    ...cases.map((one) => caseEntry(one, role, go)),
    ...matching([...actionEntries(hotkeys), ...pageEntries(role, go)], query),
  ]
  const chosen = Math.min(active, entries.length - 1)

  const run = (entry: PaletteEntry) => {
    onClose()
    // After the focus has gone back to where it was: an action may move it on from there.
    setTimeout(entry.run, 50)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    const entry = entries[chosen]
    if (move && entries.length > 0) setActive(move(chosen, entries.length))
    else if (event.key === 'Enter' && entry) run(entry)
    else return
    event.preventDefault()
  }

  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={cn(
            popupClass,
            'top-[12vh] max-h-[70vh] max-w-xl translate-y-0 grid-rows-[auto_minmax(0,1fr)_auto]',
          )}
        >
          <Base.Title className="sr-only">Find an action or a case</Base.Title>
          <div className="flex items-center gap-2 border-b border-border px-3.5">
            <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
            <input
              role="combobox"
              aria-label="Find an action or a case"
              aria-expanded
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
              autoComplete="off"
              spellCheck={false}
              maxLength={254}
              placeholder="An action, a reference, an external id, an address or a name"
              className="h-12 w-full bg-transparent text-sm outline-none placeholder:text-muted-foreground"
              value={query}
              onChange={(event) => {
                setQuery(event.target.value)
                setActive(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <PaletteList id={listId} entries={entries} active={chosen} onActive={setActive} onRun={run} />
          <p role="status" className="border-t border-border px-3.5 py-2 text-xs text-muted-foreground">
            {problem ?? stateWords(searching, entries.length)}
          </p>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function stateWords(searching: boolean, count: number): string {
  if (searching) return 'Looking for cases…'
  if (count === 0)
    return 'Nothing has these words. A case is found by the beginning of its external id, address or name.'
  return count === 1 ? '1 entry' : `${count} entries`
}

function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => router.push(href as Route)
}

function pageEntries(role: Role, go: (href: string) => void): PaletteEntry[] {
  const pages = navGroups(role).flatMap(({ title: section, items }) => items.map((item) => ({ ...item, section })))
  const all = [
    ...pages,
    ...ownPages.filter(({ permission }) => can(role, permission)).map((page) => ({ ...page, section: 'Own' })),
  ]
  const entries = all.map(({ href, title, section }) => ({
    id: href,
    group: 'Pages' as const,
    title,
    detail: section ?? undefined,
    run: () => go(href),
  }))
  return [...entries, { id: 'lock', group: 'Pages', title: 'Lock the screen', run: lockScreen }]
}

function caseEntry(one: PaletteCase, role: Role, go: (href: string) => void): PaletteEntry {
  const { caseId, submissionId, reference, externalId, email, declaredName } = one
  const href = can(role, 'submission:review') ? `/review/${submissionId}` : `/support/${caseId}`
  return {
    id: caseId,
    group: 'Cases',
    title: reference,
    detail: [declaredName, externalId, email].filter(Boolean).join(' · '),
    run: () => go(href),
  }
}
