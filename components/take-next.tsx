'use client'

import { Play } from 'lucide-react'
import { useTransition } from 'react'
import { Button, type ButtonProps } from './ui/button.tsx'
import { cn } from './ui/cn.ts'
import { Kbd } from './ui/kbd.tsx'
import { useHotkeys } from './use-hotkeys.tsx'

export interface TakeNextProps extends Pick<ButtonProps, 'className' | 'variant'> {
  /** Claims the most urgent submission nobody holds and goes there; a server action, or one wrapped with a toast. */
  action: () => Promise<void>
  /** On narrow screens only the icon shows. */
  compact?: boolean
}

/** "Review next", with the key `n`. Once per page. */
export function TakeNext({ action, compact = false, className, variant = 'primary' }: TakeNextProps) {
  const [pending, start] = useTransition()
  const take = () => start(action)
  useHotkeys([{ keys: ['n'], label: 'Review the next submission', group: 'Everywhere', run: take }], !pending)
  return (
    <Button
      variant={variant}
      busy={pending}
      aria-keyshortcuts="n"
      title="Review next (n)"
      className={className}
      onClick={take}
    >
      {!pending && <Play aria-hidden />}
      <span className={cn(compact && 'rail:sr-only')}>Review next</span>
      <Kbd hint className={cn(compact && 'rail:hidden')}>
        n
      </Kbd>
    </Button>
  )
}
