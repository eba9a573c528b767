import { ChartColumn } from 'lucide-react'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { pageActor } from '#app/_server/session'
import { RememberZone } from '#components/remember-zone'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { zoneCookie } from '#components/zone-cookie'
import { statsFilterSchema } from '#lib/queries/failure-reasons'
import { readStats } from './read-stats.ts'
import { StatsCharts } from './stats-charts.tsx'
import { StatsFilterBar } from './stats-filter-bar.tsx'

export const metadata: Metadata = { title: 'Stats' }

/** Why people fail, how long they wait, and whether trying again helps. Days are those of the viewer's time zone. */
export default async function StatsPage({ searchParams }: PageProps<'/stats'>) {
  const actor = await pageActor('stats:read')
  const zone = (await cookies()).get(zoneCookie)?.value
  const filter = statsFilterSchema.parse({ zone, ...dropEmpty(await searchParams) })
  const facts = await readStats(actor, filter)
  return (
    <>
      <RememberZone known={zone ?? null} />
      <PageHeader
        title="Stats"
        description={`Decisions of the last ${filter.days} days that stand. Days in ${filter.zone}.`}
      >
        <StatsFilterBar filter={filter} />
      </PageHeader>
      {facts.outcomes.length === 0 ? (
        <Card>
          <EmptyState icon={ChartColumn} title="Nothing was decided in this period">
            Choose a longer one, or take the filters off.
          </EmptyState>
        </Card>
      ) : (
        <StatsCharts facts={facts} filter={filter} today={dayOf(new Date(), filter.zone)} />
      )}
    </>
  )
}

/** A select left on "all" sends an empty text. */
function dropEmpty(params: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''))
}

/** YYYY-MM-DD in a time zone. */
function dayOf(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(date)
}
