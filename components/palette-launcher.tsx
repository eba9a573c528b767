'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { Role } from '#lib/domain/permissions'
import { Button } from './ui/button.tsx'
import { KeyCap } from './ui/kbd.tsx'
import type { FindCases } from './use-found-cases.tsx'
import { useHotkeys } from './use-hotkeys.tsx'

export interface PaletteLauncherProps {
  role: Role
  findCases: FindCases
}

/** Loaded when first asked for. */
const CommandPalette = dynamic(() => import('./command-palette.tsx').then((module) => module.CommandPalette))

/** A button and Ctrl K or ⌘ K that open the command palette. Once per page, in the shell. */
export function PaletteLauncher(props: PaletteLauncherProps) {
  const [open, setOpen] = useState(false)
  useHotkeys([{ keys: ['mod+k'], label: 'Find an action or a case', group: 'Everywhere', run: () => setOpen(true) }])
  return (
    <>
      <Button
        className="justify-start px-2 text-muted-foreground rail:w-9 rail:justify-center rail:self-center rail:px-0"
        title="Find an action or a case"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Search aria-hidden />
        <span className="flex-1 text-left text-[0.8125rem] font-normal rail:sr-only">Find</span>
        <KeyCap hint className="rail:hidden">
          mod+k
        </KeyCap>
      </Button>
      {open && <CommandPalette {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
