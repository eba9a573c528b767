'use client'

import { type FormEvent, useState } from 'react'
import { Button } from './ui/button.tsx'
import { Field } from './ui/field.tsx'
import { Input } from './ui/input.tsx'
import { Notice } from './ui/notice.tsx'

export interface UnlockFormProps {
  name: string
  /** False for people who sign in through the identity provider alone: they sign in there again. */
  hasPassword: boolean
  onUnlocked: () => void
}

/** The password of the one who locked, or a way to leave. */
export function UnlockForm({ name, hasPassword, onUnlocked }: UnlockFormProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setProblem(null)
    const refusal = await askToUnlock(String(new FormData(form).get('password')))
    setBusy(false)
    form.reset()
    if (refusal === null) onUnlocked()
    else setProblem(refusal)
  }
  const leave = async () => {
    await fetch('/api/session', { method: 'DELETE' }).catch(() => null)
    window.location.assign('/sign-in')
  }

  return (
    <div className="grid gap-4">
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {hasPassword ? (
        <form method="post" onSubmit={unlock} className="grid gap-4">
          <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
          <Field label="Password">
            {(control) => (
              <Input {...control} name="password" type="password" autoComplete="current-password" required autoFocus />
            )}
          </Field>
          <Button type="submit" variant="primary" busy={busy}>
            Unlock
          </Button>
        </form>
      ) : (
        <p className="text-[0.8125rem] text-muted-foreground">
          Sign in again{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer" className="text-primary underline underline-offset-4">
            in another tab
          </a>
          , then come back to this one.
        </p>
      )}
      <Button variant="ghost" onClick={leave}>
        Sign out
      </Button>
    </div>
  )
}

/** Null once the session is open, else why not. */
async function askToUnlock(password: string): Promise<string | null> {
  const answer = await fetch('/api/session/unlock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ password }),
  }).catch(() => null)
  if (answer?.ok) return null
  if (answer?.status === 401) window.location.assign('/sign-in')
  const body = (await answer?.json().catch(() => null)) as { error?: { message?: string } } | null
  return body?.error?.message ?? 'The server did not answer. Check the connection and try again.'
}
