import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { countryCodes, countryName } from '#lib/domain/country'
import { languageCodes, languages } from '#lib/domain/language'
import { intakeClients } from '#lib/queries/api-clients'
import { IntakeForm } from './intake-form.tsx'

export const metadata: Metadata = { title: 'Intake' }

/** Where an operator takes in what came by other ways than the API. */
export default async function IntakePage() {
  const clients = await intakeClients(await pageActor('submission:receive'))
  return (
    <>
      <PageHeader title="Intake" description="Photos that came by other ways: one customer’s attempt at a time." />
      {clients.length === 0 ? (
        <EmptyState icon={Inbox} title="There is no client to take in photos for">
          An admin can make one under API keys.
        </EmptyState>
      ) : (
        <IntakeForm
          clients={clients}
          countries={countryOptions()}
          languages={languageCodes.map((code): [string, string] => [code, languages[code].name])}
        />
      )}
    </>
  )
}

function countryOptions(): [code: string, name: string][] {
  const named = countryCodes.map((code): [string, string] => [code, `${countryName(code)} (${code})`])
  return named.sort(([, a], [, b]) => a.localeCompare(b, 'en'))
}
