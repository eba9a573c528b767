import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { currentSession, pageActor } from '#app/_server/session'
import { AppShell } from '#components/app-shell'
import { parseTheme, themeCookie } from '#components/theme'
import { RenderTime } from '#components/use-now'
import { can } from '#lib/domain/permissions'
import { env } from '#lib/env'
import { unreadMentions } from '#lib/queries/mentions'
import { ownPreferences } from '#lib/queries/own-preferences'
import { endSession, find, takeNextSubmission, undo } from './actions.ts'

/** The desk around every page of the staff. Each page still asks for its own permission. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor()
  const { id, name, email, role } = actor
  const [{ keys }, session, unread] = await Promise.all([
    ownPreferences(actor),
    currentSession(),
    unreadMentions(actor),
  ])
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  const reviews = can(role, 'submission:review')
  return (
    <AppShell
      user={{ id, name, email, role, hasPassword: session?.hasPassword ?? false }}
      theme={theme}
      keys={keys}
      lockAfterMinutes={env().RETAKE_LOCK_MINUTES}
      unreadMentions={reviews ? unread : undefined}
      signOut={endSession}
      findCases={find}
      takeNext={reviews ? takeNextSubmission : undefined}
      undo={reviews ? undo : undefined}
    >
      <RenderTime ms={Date.now()}>{children}</RenderTime>
    </AppShell>
  )
}
