'use client'

import { Keyboard } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from './ui/button.tsx'
import { useHotkeys, useShownKey } from './use-hotkeys.tsx'

/** Loaded when first asked for. */
const ShortcutList = dynamic(() => import('./shortcut-list.tsx').then((module) => module.ShortcutList))

/** A button and the key `?` that list every key in force on this page. Once per page, in the shell. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false)
  const key = useShownKey('?')
  useHotkeys([{ keys: ['?'], label: 'Show the keys', group: 'Everywhere', run: () => setOpen(true) }])
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        title={`Keys (${key})`}
        aria-label="Keys"
        aria-keyshortcuts={key}
        onClick={() => setOpen(true)}
      >
        <Keyboard aria-hidden />
      </Button>
      {open && <ShortcutList onClose={() => setOpen(false)} />}
    </>
  )
}
