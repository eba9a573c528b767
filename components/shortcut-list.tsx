'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { Dialog } from './ui/dialog.tsx'
import { KeyCap } from './ui/kbd.tsx'
import { type Hotkey, useHotkeyList } from './use-hotkeys.tsx'

/** A dialog of every key in force, by group. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const groups = Object.entries(Object.groupBy(useHotkeyList(), ({ group }) => group))
  return (
    <Dialog
      title="Keys on this page"
      description={
        <>
          They rest while you type in a field.{' '}
          <Link
            href={'/settings/keys' as Route}
            onClick={onClose}
            className="text-primary underline underline-offset-4"
          >
            Choose your own
          </Link>
        </>
      }
      open
      onOpenChange={(open) => open || onClose()}
      className="max-w-2xl"
    >
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map(([group, keys = []]) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-muted-foreground">{group}</h3>
            <dl className="text-[0.8125rem]">
              {keys.map((hotkey) => (
                <HotkeyLine key={`${hotkey.keys[0]} ${hotkey.label}`} {...hotkey} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function HotkeyLine({ keys, label }: Hotkey) {
  const key = keys[0] ?? ''
  return (
    <div className="flex items-center justify-between gap-4 py-1">
      <dt>{label}</dt>
      <dd>
        <KeyCap>{key}</KeyCap>
      </dd>
    </div>
  )
}
