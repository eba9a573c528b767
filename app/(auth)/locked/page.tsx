import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { currentSession } from '#app/_server/session'
import { AuthCard } from '#components/auth-card'
import { ownPath } from '../own-path.ts'
import { UnlockAndGo } from './unlock-and-go.tsx'

export const metadata: Metadata = { title: 'Locked' }

/** Where a page opened with a locked session leads: to the password, and then on. */
export default async function LockedPage({ searchParams }: PageProps<'/locked'>) {
  const goTo = ownPath((await searchParams).callbackUrl)
  const session = await currentSession()
  if (!session) redirect(`/sign-in?callbackUrl=${encodeURIComponent(goTo)}` as Route)
  if (!session.locked) redirect(goTo as Route)
  return (
    <AuthCard title="Locked" footer={`Signed in as ${session.actor.name}.`}>
      <UnlockAndGo name={session.actor.name} hasPassword={session.hasPassword} goTo={goTo} />
    </AuthCard>
  )
}
