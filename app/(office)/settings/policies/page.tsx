import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { DateTime } from '#components/date-time'
import { Facts } from '#components/facts'
import { Badge } from '#components/ui/badge'
import { Card } from '#components/ui/card'
import { PageHeader } from '#components/ui/page-header'
import { policies } from '#lib/queries/api-clients'
import { policyFacts } from './policy-facts.ts'

export const metadata: Metadata = { title: 'Policies' }

/** What each policy in force accepts. */
export default async function PoliciesPage() {
  const inForce = await policies(await pageActor('policy:read'))
  return (
    <>
      <PageHeader
        title="Policies"
        description="What a client’s submissions are judged by. A submission keeps the version it came in under."
      />
      <div className="grid gap-4 lg:grid-cols-2">
        {inForce.map(({ name, version, title, body, createdAt, clients }) => (
          <Card
            key={name}
            title={title}
            description={name}
            actions={
              <>
                <span className="text-xs text-muted-foreground">
                  since <DateTime value={createdAt} show="date" />
                </span>
                <Badge tone="outline">Version {version}</Badge>
              </>
            }
          >
            <Facts items={[['Clients', clients.join(', ') || 'None'], ...policyFacts(body)]} />
          </Card>
        ))}
      </div>
    </>
  )
}
