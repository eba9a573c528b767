import { FolderSearch, SearchX } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { pageActor } from '#app/_server/session'
import { DateTime } from '#components/date-time'
import { StatusBadge } from '#components/status-badge'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { Table, Td, Th } from '#components/ui/table'
import { type CaseHit, caseSearch, caseSearchInput } from '#lib/queries/case-search'
import { SearchBox } from './search-box.tsx'

export const metadata: Metadata = { title: 'Support' }

/** The support desk's way in: finds cases; a single hit opens at once. */
export default async function SupportPage({ searchParams }: PageProps<'/support'>) {
  const actor = await pageActor('case:support')
  const search = caseSearchInput.safeParse(await searchParams)
  const hits = search.success ? await caseSearch(actor, search.data) : null
  if (hits?.length === 1) redirect(`/support/${hits[0]!.caseId}` as Route)
  return (
    <>
      <PageHeader title="Support" description="Where a case is, why, and what to answer.">
        <SearchBox q={search.data?.q} autoFocus />
      </PageHeader>
      <Card flush>{hits ? <Hits hits={hits} q={search.data?.q ?? ''} /> : <Invitation />}</Card>
    </>
  )
}

function Invitation() {
  return (
    <EmptyState icon={FolderSearch} title="Ask for the reference">
      It looks like RT-7K3M-92QF and stands in every message. The customer’s e-mail address and the client’s own id find
      the case too.
    </EmptyState>
  )
}

function Hits({ hits, q }: { hits: CaseHit[]; q: string }) {
  if (hits.length === 0) {
    return (
      <EmptyState icon={SearchX} title={`No case for “${q}”`}>
        Check the spelling: addresses and ids must match as a whole. O and 0, I, L and 1 may be mixed up in a reference.
      </EmptyState>
    )
  }
  return (
    <Table label="Cases found">
      <thead>
        <tr>
          <Th>Reference</Th>
          <Th>Status</Th>
          <Th>Attempt</Th>
          <Th>Customer</Th>
          <Th>Client’s id</Th>
          <Th>Client</Th>
          <Th>Since</Th>
        </tr>
      </thead>
      <tbody>
        {hits.map(({ caseId, reference, status, attempt, email, externalId, clientName, createdAt }) => (
          <tr key={caseId} className="hover:bg-hover">
            <Td>
              <Link
                href={`/support/${caseId}` as Route}
                className="font-medium text-primary tabular-nums underline-offset-4 hover:underline"
              >
                {reference}
              </Link>
            </Td>
            <Td>
              <StatusBadge status={status} />
            </Td>
            <Td>{attempt}</Td>
            <Td>
              <bdi>{email}</bdi>
            </Td>
            <Td>
              <bdi>{externalId}</bdi>
            </Td>
            <Td>{clientName}</Td>
            <Td>
              <DateTime value={createdAt} show="date" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
