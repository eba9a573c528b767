'use client'

import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { Button } from './ui/button.tsx'
import { Dialog } from './ui/dialog.tsx'
import { Kbd } from './ui/kbd.tsx'
import { Tooltip } from './ui/tooltip.tsx'
import { type Hotkey, useHotkeyList, useHotkeys } from './use-hotkeys.tsx'

/** A button and the key `?` that list every key in force on this page. Once per page, in the shell. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false)
  useHotkeys([{ keys: ['?'], label: 'Show the keys', group: 'Everywhere', run: () => setOpen(true) }])
  const groups = Object.entries(Object.groupBy(useHotkeyList(), ({ group }) => group))
  return (
    <>
      <Tooltip label="Keys" hotkey="?">
        <Button variant="ghost" size="icon" aria-label="Keys" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
          <Keyboard aria-hidden />
        </Button>
      </Tooltip>
      <Dialog
        title="Keys on this page"
        description="They rest while you type in a field."
        open={open}
        onOpenChange={setOpen}
        className="max-w-2xl"
      >
        <div className="columns-1 gap-8 sm:columns-2">
          {groups.map(([group, keys = []]) => (
            <section key={group} className="mb-4 break-inside-avoid">
              <h3 className="mb-1 text-xs font-medium text-muted-foreground">{group}</h3>
              <dl className="text-[0.8125rem]">
                {keys.map((hotkey) => (
                  <HotkeyLine key={hotkey.keys[0]} {...hotkey} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Dialog>
    </>
  )
}

const symbols: Record<string, string> = { Enter: '⏎', Escape: 'Esc', ' ': 'Space', ArrowUp: '↑', ArrowDown: '↓' }

function HotkeyLine({ keys, label }: Hotkey) {
  const key = keys[0] ?? ''
  return (
    <div className="flex items-center justify-between gap-4 py-1">
      <dt>{label}</dt>
      <dd>
        <Kbd>{symbols[key] ?? key}</Kbd>
      </dd>
    </div>
  )
}
