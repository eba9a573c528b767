import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { PageHeader } from '#components/ui/page-header'
import { ownPreferences } from '#lib/queries/own-preferences'
import { KeyList } from './key-list.tsx'

export const metadata: Metadata = { title: 'Keys' }

/** Every action's key, to be changed for oneself. */
export default async function KeysPage() {
  const actor = await pageActor('preferences:save')
  const { keys } = await ownPreferences(actor)
  return (
    <>
      <PageHeader title="Keys" description="Yours alone, on every computer you sign in at. They rest while you type." />
      <KeyList saved={keys} />
    </>
  )
}
