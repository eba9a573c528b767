'use client'

import { useShownKey } from '../use-hotkeys.tsx'
import { cn } from './cn.ts'

export interface KbdProps {
  /** The key as it ships; where the viewer chose another for its action, theirs is shown. */
  children: string
  /** The element it sits in has aria-keyshortcuts, so that its name is not "Approve a". */
  hint?: boolean
  className?: string
}

/** A key as shown on screen: `<Kbd>a</Kbd>`. */
export function Kbd({ children, ...rest }: KbdProps) {
  return <KeyCap {...rest}>{useShownKey(children)}</KeyCap>
}

const symbols: Record<string, string> = { Enter: '⏎', Escape: 'Esc', ' ': 'Space' }

/** The drawing of a key, whatever it is for. */
export function KeyCap({ children, hint = false, className }: KbdProps) {
  return (
    <kbd
      aria-hidden={hint || undefined}
      className={cn(
        'inline-grid h-5 min-w-5 place-content-center rounded-sm border border-current/30 px-1 font-mono text-[0.6875rem] leading-none',
        className,
      )}
    >
      {symbols[children] ?? children.replace('mod+', modifier()).replace('shift+', '⇧')}
    </kbd>
  )
}

/** What the platform calls the key of its shortcuts. The server, which can't know, says Ctrl. */
function modifier(): string {
  return typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl '
}
