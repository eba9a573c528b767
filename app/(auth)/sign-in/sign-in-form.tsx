'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { Input } from '#components/ui/input'
import { Notice } from '#components/ui/notice'

export interface SignInFormProps {
  /** A path of this site. */
  goTo: string
  /** An identity provider is configured. */
  singleSignOn: boolean
  /** Single sign-on has just failed. */
  failed: boolean
}

const messages = {
  password: 'E-mail or password is not right. After many tries in a row, wait a quarter of an hour.',
  provider: 'Single sign-on did not let you in. Ask an admin whether you have been invited.',
  unreachable: 'Nobody answered. Check your connection and try again.',
}

/** E-mail and password, and the identity provider where there is one. Answers never say which of the two was wrong. */
export function SignInForm({ goTo, singleSignOn, failed }: SignInFormProps) {
  const [problem, setProblem] = useState<keyof typeof messages | null>(failed ? 'provider' : null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { email, password } = Object.fromEntries(new FormData(event.currentTarget))
    setBusy(true)
    setProblem(null)
    const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => null)
    if (answer?.ok && !answer.error) return window.location.assign(goTo)
    setProblem(answer ? 'password' : 'unreachable')
    setBusy(false)
  }

  return (
    <div className="grid gap-4">
      {problem && (
        <Notice tone="danger" live>
          {messages[problem]}
        </Notice>
      )}
      <form method="post" onSubmit={submit} className="grid gap-4">
        <Field label="E-mail">
          {(control) => <Input {...control} name="email" type="email" autoComplete="username" required autoFocus />}
        </Field>
        <Field label="Password">
          {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
        </Field>
        <Button type="submit" variant="primary" busy={busy}>
          Sign in
        </Button>
      </form>
      {singleSignOn && <Button onClick={() => signIn('oidc', { callbackUrl: goTo })}>Single sign-on</Button>}
    </div>
  )
}
