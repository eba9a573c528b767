import type { ReactNode } from 'react'
import { pageActor } from '#app/_server/session'
import { SubNav } from '#components/sub-nav'
import { settingsPages } from './pages.ts'

/** The settings' own row of links, those the viewer may open. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { role } = await pageActor()
  return (
    <>
      <SubNav label="Settings" items={settingsPages(role)} />
      {children}
    </>
  )
}
