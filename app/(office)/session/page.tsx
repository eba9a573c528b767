import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { pageActor } from '#app/_server/session'
import { DateTime } from '#components/date-time'
import { Facts } from '#components/facts'
import { RememberZone } from '#components/remember-zone'
import { Card } from '#components/ui/card'
import { PageHeader } from '#components/ui/page-header'
import { zoneCookie } from '#components/zone-cookie'
import { outcomeTitle } from '#lib/domain/decision'
import { formatCount, formatDuration } from '#lib/domain/format'
import { type SessionSummary, sessionSummary, sessionSummaryInput } from '#lib/queries/session-summary'

export const metadata: Metadata = { title: 'My session' }

/** The viewer's own day. For them alone, so it has no target and no comparison. */
export default async function SessionPage() {
  const actor = await pageActor('submission:decide')
  const zone = (await cookies()).get(zoneCookie)?.value
  const summary = await sessionSummary(actor, sessionSummaryInput.parse({ zone: zone ?? 'UTC' }))
  return (
    <>
      <RememberZone known={zone ?? null} />
      <PageHeader
        title="My session"
        description="Today, in your own time zone. Only you see this, and it ranks nobody."
      />
      <div className="grid max-w-3xl gap-4 desk:grid-cols-2">
        <Card title="Reviewed">
          <Reviewed {...summary} />
        </Card>
        <Card title="Pace and breaks">
          <Pace {...summary} />
        </Card>
      </div>
    </>
  )
}

function Reviewed({ outcomes, undone, firstAt }: SessionSummary) {
  const { approved, rejected, resubmission_requested: requested } = outcomes
  const total = approved + rejected + requested
  return (
    <Facts
      items={[
        ['Submissions', <strong key="total">{formatCount(total)}</strong>],
        [outcomeTitle.approved, formatCount(approved)],
        [outcomeTitle.resubmission_requested, formatCount(requested)],
        [outcomeTitle.rejected, formatCount(rejected)],
        ['Undone', formatCount(undone)],
        ['First one', firstAt ? <DateTime key="first" value={firstAt} /> : 'None yet today'],
      ]}
    />
  )
}

function Pace({ medianSeconds, breaks, lastBreakAt }: SessionSummary) {
  return (
    <Facts
      items={[
        ['Median handling', medianSeconds === null ? 'None yet today' : formatDuration(medianSeconds)],
        [
          'Breaks',
          breaks.count === 0
            ? 'None yet today'
            : `${formatCount(breaks.count)}, ${formatDuration(breaks.seconds)} in all`,
        ],
        ['Last break ended', lastBreakAt ? <DateTime key="last" value={lastBreakAt} /> : 'None yet today'],
        ['What counts', 'From claim to decision; a break is a locked screen.'],
      ]}
    />
  )
}
