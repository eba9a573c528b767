import { redirect } from 'next/navigation'
import { pageActor } from '#app/_server/session'
import { can } from '#lib/domain/permissions'

/** Everyone starts where their work is. */
export default async function Home() {
  const { role } = await pageActor()
  if (role === 'manager') redirect('/stats')
  redirect(can(role, 'queue:read') ? '/queue' : '/support')
}
