'use client'

import { Attempts } from '#components/attempts'
import { Timeline } from '#components/timeline'
import { AttemptDecision } from './attempt-decision.tsx'
import { timelineEvent } from './timeline-event.ts'
import type { WorkspaceView } from './workspace-view.ts'

export function HistoryTab({ view }: { view: WorkspaceView }) {
  const attempts = view.attempts.map((attempt) => ({
    ...attempt,
    href: `/review/${attempt.submissionId}`,
    detail: attempt.decision && <AttemptDecision decision={attempt.decision} />,
  }))
  return (
    <div className="grid gap-5 p-4">
      <section className="grid gap-2">
        <h2 className="font-medium">Attempts</h2>
        <Attempts attempts={attempts} currentId={view.id} />
      </section>
      <section className="grid gap-3">
        <h2 className="font-medium">Timeline</h2>
        <Timeline events={view.timeline.map(timelineEvent)} />
      </section>
    </div>
  )
}
