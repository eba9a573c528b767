import { Download } from 'lucide-react'
import { BarChart } from '#components/bar-chart'
import { ChartCard } from '#components/chart-card'
import { LineChart } from '#components/line-chart'
import { buttonVariants } from '#components/ui/button'
import { Card } from '#components/ui/card'
import { documentTypeTitle } from '#lib/domain/capture'
import { countryName } from '#lib/domain/country'
import { outcomeTitle } from '#lib/domain/decision'
import { formatDuration } from '#lib/domain/format'
import { reasons as catalogue } from '#lib/domain/reasons'
import type { FailureReasons, StatsFilter } from '#lib/queries/failure-reasons'
import { lastDays, reasonSeries } from './reason-series.ts'
import { ReviewersAgree } from './reviewers-agree.tsx'
import { type StatsFacts, type StatsTableName, statsTables, waitingShares } from './stats-tables.ts'

export interface StatsChartsProps {
  facts: StatsFacts
  filter: StatsFilter
  /** YYYY-MM-DD in the filter's zone. */
  today: string
}

/** Every figure as a chart with its table behind it and as a file. */
export function StatsCharts({ facts, filter, today }: StatsChartsProps) {
  const behind = (name: StatsTableName) => ({ table: statsTables[name](facts), csvHref: csvHref(name, filter) })
  const days = lastDays(today, filter.days)
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <WaitingTimes waitingHours={facts.waitingHours} csvHref={csvHref('waiting-times', filter)} />
      <div className="lg:col-span-2">
        <ChartCard
          title="Reasons over time"
          description="Decisions that named the reason, by day; the five most frequent and the rest"
          chart={<LineChart label="Reasons over time" labels={days.map(shortDay)} series={reasonSeries(facts, days)} />}
          {...behind('reasons-by-day')}
        />
      </div>
      <ChartCard
        title="Reasons"
        description="Decisions that named the reason"
        chart={
          <BarChart
            label="Reasons"
            bars={facts.reasons.slice(0, 12).map(({ code, count }) => ({ label: catalogue[code].title, value: count }))}
          />
        }
        {...behind('reasons')}
      />
      <div className="grid content-start gap-4">
        <ChartCard
          title="Outcomes"
          chart={
            <BarChart
              label="Outcomes"
              bars={facts.outcomes.map(({ outcome, count }) => ({ label: outcomeTitle[outcome], value: count }))}
            />
          }
          {...behind('outcomes')}
        />
        <ChartCard
          title="Approved by attempt"
          description="Share of decided attempts that were approved"
          chart={
            <BarChart
              label="Approved by attempt"
              unit="share"
              max={1}
              bars={facts.successByAttempt.map(({ attempt, decided, approved }) => ({
                label: `Attempt ${attempt}`,
                value: approved / decided,
                detail: `of ${decided}`,
              }))}
            />
          }
          {...behind('attempts')}
        />
      </div>
      <ChartCard
        title="Not approved, by document type"
        chart={
          <BarChart
            label="Not approved, by document type"
            unit="share"
            max={1}
            bars={facts.byDocumentType.map((row) => failedBar(documentTypeTitle[row.documentType], row))}
          />
        }
        {...behind('document-types')}
      />
      <ChartCard
        title="Not approved, by country"
        chart={
          <BarChart
            label="Not approved, by country"
            unit="share"
            max={1}
            bars={facts.byCountry.slice(0, 12).map((row) => failedBar(countryName(row.country), row))}
          />
        }
        {...behind('countries')}
      />
      {facts.wrongFindings.length > 0 && (
        <ChartCard
          title="Findings marked wrong by check"
          description="Of the submissions a check failed, the share where a reviewer marked its finding as wrong"
          chart={
            <BarChart
              label="Findings marked wrong by check"
              unit="share"
              max={1}
              bars={facts.wrongFindings.slice(0, 12).map(({ title, failed, wrong }) => ({
                label: title,
                value: failed > 0 ? wrong / failed : 0,
                detail: `${wrong} of ${failed}`,
              }))}
            />
          }
          {...behind('wrong-findings')}
        />
      )}
      {facts.agreement.pairs > 0 && (
        <div className="lg:col-span-2">
          <ReviewersAgree agreement={facts.agreement} {...behind('agreement')} />
        </div>
      )}
    </div>
  )
}

/** Three figures say more here than a chart would. */
function WaitingTimes({ waitingHours, csvHref }: { waitingHours: FailureReasons['waitingHours']; csvHref: string }) {
  return (
    <Card
      title="From receipt to decision"
      className="lg:col-span-2"
      actions={
        <a href={csvHref} download className={buttonVariants({ variant: 'ghost', size: 'sm' })}>
          <Download aria-hidden /> CSV<span className="sr-only"> of the waiting times</span>
        </a>
      }
    >
      <dl className="grid grid-cols-3 gap-4">
        {waitingShares.map(([key, share]) => {
          const hours = waitingHours[key]
          return (
            <div key={key}>
              <dt className="text-xs text-muted-foreground">{share} within</dt>
              <dd className="text-xl font-semibold tracking-tight tabular-nums">
                {hours === null ? 'Nothing decided' : formatDuration(hours * 3600)}
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}

function failedBar(label: string, { decided, failed }: { decided: number; failed: number }) {
  return { label, value: failed / decided, detail: `of ${decided}` }
}

function csvHref(name: StatsTableName, { days, type, country, zone }: StatsFilter): string {
  const given = Object.entries({ days, type, country, zone }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return `/stats/csv/${name}?${new URLSearchParams(given)}`
}

/** 2026-11-22 becomes 22 Nov. */
function shortDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))
}
