import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { DateTime } from '#components/date-time'
import { Badge } from '#components/ui/badge'
import { Card } from '#components/ui/card'
import { PageHeader } from '#components/ui/page-header'
import { Table, Td, Th } from '#components/ui/table'
import { type ApiClientRow, apiClients, policies } from '#lib/queries/api-clients'
import { CreateApiClient } from './create-api-client.tsx'
import { RevokeApiClient } from './revoke-api-client.tsx'

export const metadata: Metadata = { title: 'API keys' }

/** Who may send submissions. Keys themselves are shown once, when they are made. */
export default async function ApiClientsPage() {
  const actor = await pageActor('api-client:manage')
  const [clients, inForce] = await Promise.all([apiClients(actor), policies(actor)])
  return (
    <>
      <PageHeader
        title="API keys"
        description="A key sends submissions for one client and sees nothing of the others."
        actions={<CreateApiClient policies={inForce.map(({ name, title }) => ({ name, title }))} />}
      />
      <Card flush>
        <Table label="API clients">
          <thead>
            <tr>
              <Th>Client</Th>
              <Th>Key</Th>
              <Th>Policy</Th>
              <Th>Last used</Th>
              <Th>Since</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <ClientRow key={client.id} client={client} />
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  )
}

function ClientRow({ client }: { client: ApiClientRow }) {
  const { id, name, keyPrefix, policyName, revoked, lastUsedAt, createdAt } = client
  return (
    <tr className={revoked ? 'text-muted-foreground' : ''}>
      <Th scope="row" className="text-[0.8125rem] text-foreground">
        <bdi>{name}</bdi> {revoked && <Badge tone="danger">Revoked</Badge>}
      </Th>
      <Td className="font-mono text-xs">{keyPrefix ? `${keyPrefix}…` : 'The intake page; no key'}</Td>
      <Td>{policyName}</Td>
      <Td>{lastUsedAt ? <DateTime value={lastUsedAt} /> : 'Never'}</Td>
      <Td>
        <DateTime value={createdAt} show="date" />
      </Td>
      <Td className="text-right">{keyPrefix && !revoked && <RevokeApiClient clientId={id} name={name} />}</Td>
    </tr>
  )
}
