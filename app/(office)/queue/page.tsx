import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { pageActor } from '#app/_server/session'
import { PageHeader } from '#components/ui/page-header'
import { checks } from '#lib/checks/registry'
import { countryName } from '#lib/domain/country'
import { formatCount } from '#lib/domain/format'
import { can } from '#lib/domain/permissions'
import { queueChoices } from '#lib/queries/queue-choices'
import { countLimit, reviewQueue } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'
import { savedViews } from '#lib/queries/saved-views'
import { filterChoices, moreChoices } from './filter-choices.ts'
import { queueHref, queueQuery, tableSort } from './queue-address.ts'
import { QueueFilters } from './queue-filters.tsx'
import { lookCookie, parseLook } from './queue-look.ts'
import { QueueTable } from './queue-table.tsx'
import { QueueTools } from './queue-tools.tsx'
import { QueueViews } from './queue-views.tsx'

export const metadata: Metadata = { title: 'Queue' }

/** What waits for a person, the most urgent first. What is shown is in the address; how, in a cookie. */
export default async function QueuePage({ searchParams }: PageProps<'/queue'>) {
  const actor = await pageActor('queue:read')
  const filter = queueFilterSchema.parse(await searchParams)
  const [page, choices, views, cookieJar] = await Promise.all([
    reviewQueue(actor, filter),
    queueChoices(actor),
    savedViews(actor),
    cookies(),
  ])
  const look = parseLook(cookieJar.get(lookCookie)?.value)
  const query = queueQuery(filter)
  const total = page.count === countLimit ? `${formatCount(countLimit)} or more` : formatCount(page.count)
  return (
    <>
      <PageHeader
        title="Queue"
        description={`${total} ${filter.status === 'waiting' ? 'waiting' : 'found'}`}
        actions={<QueueTools look={look} csvHref={`/queue/csv?${query}`} />}
      >
        <div className="grid gap-3">
          <QueueViews views={views} query={query} />
          <QueueFilters filter={filter} choices={filterChoices(choices)} moreChoices={moreChoices(choices)} />
        </div>
      </PageHeader>
      <QueueTable
        rows={page.rows}
        filter={filter}
        look={look}
        words={{ checks: checkTitles, countries: countryNames(page.rows) }}
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

function countryNames(rows: readonly { country: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ country }) => [country, countryName(country)]))
}

const checkTitles = Object.fromEntries(checks.map(({ id, title }) => [id, title.fail]))
