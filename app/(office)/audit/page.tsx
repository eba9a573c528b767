import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { FilterForm } from '#components/filter-form'
import { Pager } from '#components/pager'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { type AuditFilter, auditFilterSchema, auditLog, auditPeople } from '#lib/queries/audit-log'
import { AuditList } from './audit-list.tsx'
import { eventTypeOptions } from './event-words.ts'

export const metadata: Metadata = { title: 'Audit' }

/** Everything that was done, newest first. Nothing here can be changed or taken away. */
export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const actor = await pageActor('audit:read')
  const filter = auditFilterSchema.parse(dropEmpty(await searchParams))
  const [{ rows, next }, people] = await Promise.all([auditLog(actor, filter), auditPeople(actor)])
  const { before, ...chosen } = filter
  const filtered = Object.values(chosen).some(Boolean)
  return (
    <>
      <PageHeader
        title="Audit"
        description="Everything that was done, as it was done. Entries can’t be changed or removed."
      >
        <FilterForm action="/audit" clearHref={filtered ? '/audit' : null} filters={filters(filter, people)} />
      </PageHeader>
      {rows.length === 0 ? (
        <Card>
          <EmptyState icon={ScrollText} title="Nothing on record">
            {filtered ? 'No entry fits these filters.' : 'The first sign-in will be the first entry.'}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-3">
          <AuditList rows={rows} nameOf={new Map(people.map(({ id, name }) => [id, name]))} />
          <Pager
            prevHref={before ? auditHref(chosen) : null}
            nextHref={next && auditHref({ ...chosen, before: next })}
            summary={before ? 'Older entries' : 'The newest entries'}
          />
        </div>
      )}
    </>
  )
}

function filters(
  { type, user = '', reference = '', from = '', to = '' }: AuditFilter,
  people: readonly { id: string; name: string }[],
) {
  return [
    {
      kind: 'choice',
      name: 'type',
      label: 'What',
      value: type ?? '',
      options: [['', 'Anything'], ...eventTypeOptions],
    },
    {
      kind: 'choice',
      name: 'user',
      label: 'Who',
      value: user,
      options: [['', 'Anybody'], ...people.map(({ id, name }) => [id, name] as const)],
    },
    {
      kind: 'text',
      name: 'reference',
      label: 'Reference of a case',
      value: reference,
      placeholder: 'Reference',
      maxLength: 40,
    },
    { kind: 'date', name: 'from', label: 'From', value: from },
    { kind: 'date', name: 'to', label: 'to (UTC)', value: to },
  ] as const
}

/** A select left on "anything" sends an empty text. */
function dropEmpty(params: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''))
}

function auditHref(filter: AuditFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `/audit?${new URLSearchParams(given)}`
}
