import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { DateTime } from '#components/date-time'
import { Badge } from '#components/ui/badge'
import { Card } from '#components/ui/card'
import { PageHeader } from '#components/ui/page-header'
import { Table, Td, Th } from '#components/ui/table'
import { roleTitle } from '#lib/domain/permissions'
import { users } from '#lib/queries/users'
import { InviteUser } from './invite-user.tsx'
import { UserActions } from './user-actions.tsx'

export const metadata: Metadata = { title: 'Users' }

/** Who can sign in, with what role. */
export default async function UsersPage() {
  const actor = await pageActor('user:manage')
  const people = await users(actor)
  return (
    <>
      <PageHeader
        title="Users"
        description="A changed role or withdrawn access acts on the person’s next request."
        actions={<InviteUser />}
      />
      <Card flush>
        <Table label="Users">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>E-mail</Th>
              <Th>Role</Th>
              <Th>Last seen</Th>
              <Th>Since</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, name, email, role, secondLine, disabled, createdAt, lastSeenAt }) => (
              <tr key={id} className={disabled ? 'text-muted-foreground' : ''}>
                <Th scope="row" className="text-[0.8125rem] text-foreground">
                  <bdi>{name}</bdi> {disabled && <Badge tone="outline">Disabled</Badge>}
                </Th>
                <Td>{email}</Td>
                <Td>
                  {roleTitle[role]} {role === 'reviewer' && secondLine && <Badge tone="info">Second line</Badge>}
                </Td>
                <Td>{lastSeenAt ? <DateTime value={lastSeenAt} /> : 'Never'}</Td>
                <Td>
                  <DateTime value={createdAt} show="date" />
                </Td>
                <Td className="text-right">
                  {id === actor.id ? (
                    <span className="text-xs text-muted-foreground">You</span>
                  ) : (
                    <UserActions user={{ id, name, role, secondLine, disabled }} />
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  )
}
