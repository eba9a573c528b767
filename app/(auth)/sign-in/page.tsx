import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getActor } from '#app/_server/session'
import { AuthCard } from '#components/auth-card'
import { env } from '#lib/env'
import { ownPath } from '../own-path.ts'
import { SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

/** The way in for staff. `error` is what next-auth says when single sign-on didn't work out. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, error } = await searchParams
  const goTo = ownPath(callbackUrl)
  if (await getActor()) redirect(goTo as Route)
  return (
    <AuthCard title="Sign in" footer="No account? An admin of your house can invite you.">
      <SignInForm goTo={goTo} singleSignOn={env().oidc !== null} failed={error !== undefined} />
    </AuthCard>
  )
}
