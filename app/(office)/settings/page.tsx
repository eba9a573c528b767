import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { pageActor } from '#app/_server/session'
import { settingsPages } from './pages.ts'

/** Opens the first settings page of the viewer's. */
export default async function SettingsPage() {
  const { role } = await pageActor()
  redirect((settingsPages(role)[0]?.href ?? '/') as Route)
}
