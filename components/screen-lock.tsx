'use client'

import { LockKeyhole } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { lockScreen, setLocked, useLocked } from './session-lock.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useIdle } from './use-idle.tsx'

export interface ScreenLockProps {
  user: { id: string; name: string }
  hasPassword: boolean
  /** Minutes without a sign of life. */
  afterMinutes: number
}

type Word = 'alive' | 'locked' | 'unlocked'

/**
 * Locks the session when nobody has touched any tab for a while. The page stays as it is behind the lock, with all that was
 * typed; nothing is read or sent until the password is given, in this tab or another.
 */
export function ScreenLock({ user, hasPassword, afterMinutes }: ScreenLockProps) {
  const router = useRouter()
  const locked = useLocked()
  const channel = useRef<BroadcastChannel | null>(null)
  const tell = (word: Word) => channel.current?.postMessage(word)
  const open = () => {
    noteLife()
    setLocked(false)
    router.refresh()
  }
  const noteLife = useIdle({
    limitMs: afterMinutes * 60_000,
    onIdle: lockScreen,
    onLife: () => {
      tell('alive')
      void fetch('/api/session', { method: 'POST' }).then(hearLock, () => undefined)
    },
  })
  const hear = useRef<(word: Word) => void>(() => {})
  useEffect(() => {
    hear.current = (word) => {
      if (word === 'alive') noteLife()
      else if (word === 'locked') setLocked(true)
      else open()
    }
  })
  useEffect(() => {
    const own = new BroadcastChannel(`retake-session-${user.id}`)
    own.onmessage = ({ data }: MessageEvent<Word>) => hear.current(data)
    channel.current = own
    return () => own.close()
  }, [user.id])
  useEffect(() => {
    if (!locked) return
    channel.current?.postMessage('locked' satisfies Word)
    void fetch('/api/session/lock', { method: 'POST', keepalive: true }).catch(() => undefined)
    const look = () => void sessionOf(user.id).then((state) => state === 'open' && hear.current('unlocked'))
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [locked, user.id])

  if (!locked) return null
  const unlocked = () => {
    tell('unlocked')
    open()
  }
  return <LockScreen name={user.name} hasPassword={hasPassword} onUnlocked={unlocked} />
}

function hearLock({ status }: Response): void {
  if (status === 423) setLocked(true)
}

/** The state of the browser's session now, if it is still this person's. */
async function sessionOf(userId: string): Promise<string | null> {
  const answer = await fetch('/api/session').catch(() => null)
  const session = answer?.ok ? ((await answer.json()) as { state: string; userId?: string }) : null
  return session?.userId === userId ? session.state : null
}

/** A modal dialog of the browser's own: everything behind it is inert and out of reach of keys, pointers and screen readers. */
function LockScreen({ name, hasPassword, onUnlocked }: Parameters<typeof UnlockForm>[0]) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      className="fixed inset-0 m-0 grid size-full max-h-none max-w-none place-items-center bg-background p-6 text-foreground backdrop:bg-background"
    >
      <div className="grid w-full max-w-sm gap-4 rounded-lg border border-border bg-card p-6">
        <div className="grid gap-1">
          <h2 id="lock-title" className="flex items-center gap-2 text-base font-semibold">
            <LockKeyhole aria-hidden className="size-4" /> Locked
          </h2>
          <p className="text-[0.8125rem] text-muted-foreground">
            {name}, your page is as you left it. What you held may have gone back to the queue.
          </p>
        </div>
        <UnlockForm name={name} hasPassword={hasPassword} onUnlocked={onUnlocked} />
      </div>
    </dialog>
  )
}
