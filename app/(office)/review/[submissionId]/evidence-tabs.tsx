'use client'

import { Attempts } from '#components/attempts'
import { FileFacts } from '#components/file-facts'
import { FindingList } from '#components/finding-list'
import { Timeline } from '#components/timeline'
import { Tabs } from '#components/ui/tabs'
import { captureKindTitle } from '#lib/domain/capture'
import { isFlag } from '#lib/domain/finding'
import { AttemptDecision } from './attempt-decision.tsx'
import { CaseFacts } from './case-facts.tsx'
import { timelineEvent } from './timeline-event.ts'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface EvidenceTabsProps {
  view: WorkspaceView
  /** The capture on show; undefined where the submission has none. */
  capture: CaptureView | undefined
  running: { done: number; total: number } | null
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
}

/** What is known beside the picture: findings of the capture on show, facts, and what happened so far. */
export function EvidenceTabs({ view, capture, running, ...pointing }: EvidenceTabsProps) {
  const findings = capture?.findings ?? []
  const flagged = findings.filter(({ outcome }) => isFlag(outcome)).length
  return (
    <Tabs
      label="Evidence"
      className="min-h-32 flex-1 grid-rows-[auto_minmax(0,1fr)]"
      tabs={[
        {
          id: 'findings',
          title: (
            <>
              Findings <span className="font-normal tabular-nums">{flagged}</span>
            </>
          ),
          content: <FindingList findings={findings} running={running} {...pointing} />,
        },
        { id: 'facts', title: 'Facts', content: <Facts view={view} capture={capture} /> },
        { id: 'history', title: 'History', content: <History view={view} /> },
      ]}
    />
  )
}

function Facts({ view, capture }: Pick<EvidenceTabsProps, 'view' | 'capture'>) {
  return (
    <div className="grid gap-5 p-4">
      <section className="grid gap-2">
        <h2 className="font-medium">Declared</h2>
        <CaseFacts view={view} />
      </section>
      {capture && (
        <section className="grid gap-2">
          <h2 className="font-medium">
            File: {captureKindTitle[capture.kind]}
            {capture.carried && (
              <span className="font-normal text-muted-foreground">, kept from the attempt before</span>
            )}
          </h2>
          <FileFacts file={capture} />
        </section>
      )}
    </div>
  )
}

function History({ view }: Pick<EvidenceTabsProps, 'view'>) {
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
