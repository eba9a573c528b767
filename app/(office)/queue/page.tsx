import type { Metadata } from 'next'
import { pageActor } from '#app/_server/session'
import { PageHeader } from '#components/ui/page-header'
import { checks } from '#lib/checks/registry'
import { countryCodes, countryName } from '#lib/domain/country'
import { formatCount } from '#lib/domain/format'
import { can } from '#lib/domain/permissions'
import { countLimit, reviewQueue } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { queueHref, tableSort } from './queue-address.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QueueTable } from './queue-table.tsx'

export const metadata: Metadata = { title: 'Queue' }

/** What waits for a person, the most urgent first. All of its state is in the address. */
export default async function QueuePage({ searchParams }: PageProps<'/queue'>) {
  const actor = await pageActor('queue:read')
  const filter = queueFilterSchema.parse(await searchParams)
  const page = await reviewQueue(actor, filter)
  const checkTitles = Object.fromEntries(checks.map(({ id, title }) => [id, title.fail]))
  const total = page.count === countLimit ? `${formatCount(countLimit)} or more` : formatCount(page.count)
  return (
    <>
      <PageHeader title="Queue" description={`${total} ${filter.status === 'waiting' ? 'waiting' : 'found'}`}>
        <QueueFilters filter={filter} checkTitles={checkTitles} countries={countries} />
      </PageHeader>
      <QueueTable
        rows={page.rows.map((row) => ({ ...row, countryName: countryName(row.country) }))}
        filter={filter}
        checkTitles={checkTitles}
        sort={tableSort(page)}
        reviews={can(actor.role, 'submission:review')}
        pager={{
          prevHref: page.previousCursor && queueHref(filter, { before: page.previousCursor }),
          nextHref: page.nextCursor && queueHref(filter, { after: page.nextCursor }),
          summary: page.rows.length > 0 ? `${formatCount(page.rows.length)} shown of ${total}` : undefined,
        }}
      />
    </>
  )
}

/** Code and name of every country, by name: made once, here, since browsers disagree on names. */
const countries = countryCodes
  .map((code) => [code, countryName(code)] as const)
  .sort(([, a], [, b]) => a.localeCompare(b, 'en'))
