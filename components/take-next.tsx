'use client'

import { Play } from 'lucide-react'
import type { Route } from 'next'
import { usePathname, useRouter } from 'next/navigation'
import { startTransition, useTransition } from 'react'
import { noteTaken } from './next-case.tsx'
import { orRefusal } from './or-refusal.tsx'
import { Button, type ButtonProps } from './ui/button.tsx'
import { cn } from './ui/cn.ts'
import { Kbd } from './ui/kbd.tsx'
import { toast } from './ui/toast.tsx'
import { useHotkeys, useShownKey } from './use-hotkeys.tsx'

export interface TakeNextProps extends Pick<ButtonProps, 'className' | 'variant'> {
  /** The server action that claims the most urgent submission nobody holds, other than the one on show. */
  action: (input: {
    exceptId?: string
  }) => Promise<{ ok: true; submissionId: string; expiresAt: Date } | { ok: false; message: string }>
  /** Where the shell is a rail only the icon shows. */
  compact?: boolean
}

/** "Review next", with the key `n`: opens what it was given, or says why there is nothing. Once per page. */
export function TakeNext({ action, compact = false, className, variant = 'primary' }: TakeNextProps) {
  const [pending, start] = useTransition()
  const router = useRouter()
  const exceptId = /^\/review\/([^/]+)/.exec(usePathname())?.[1]
  const take = () =>
    start(async () => {
      const answer = await orRefusal(action({ exceptId }))
      if (answer.ok) {
        noteTaken(answer)
        startTransition(() => router.push(`/review/${answer.submissionId}` as Route))
      } else toast({ title: answer.message })
    })
  const key = useShownKey('n')
  useHotkeys([{ keys: ['n'], label: 'Review the next submission', group: 'Everywhere', run: take }], !pending)
  return (
    <Button
      variant={variant}
      busy={pending}
      aria-keyshortcuts={key}
      title={`Review next (${key})`}
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
