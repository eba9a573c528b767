'use client'

import { useMemo, useState } from 'react'
import { fieldRegions } from '#components/field-regions'
import { LiveRefresh } from '#components/live-refresh'
import type { Evidence } from '#lib/domain/evidence'
import { boundingBox, type Point } from '#lib/domain/region'
import type { PictureRight } from '#lib/picture-rule'
import type { CaseNotes } from '#lib/queries/case-notes'
import type { ComparableCapture } from '#lib/queries/comparable-captures'
import type { DecisionDesk } from '#lib/queries/decision-desk'
import type { DocumentFields } from '#lib/queries/document-fields'
import type { ReviewerMarks } from '#lib/queries/reviewer-marks'
import type { SubmissionStanding } from '#lib/queries/submission-standing'
import { DecisionArea } from './decision-area.tsx'
import { EvidenceTabs } from './evidence-tabs.tsx'
import { NextAhead } from './next-ahead.tsx'
import { PictureArea, type PlaceToShow } from './picture-area.tsx'
import { useAnnouncements } from './use-announcements.ts'
import { useClaim } from './use-claim.ts'
import { useDecision } from './use-decision.ts'
import { useEvidenceTab } from './use-evidence-tab.ts'
import { useLiveSubmission } from './use-live-submission.ts'
import { useMarks } from './use-marks.ts'
import { usePictures } from './use-pictures.tsx'
import { WorkspaceHeader } from './workspace-header.tsx'
import type { WorkspaceView } from './workspace-view.ts'

const liveEvents = ['submission', 'progress', 'message', 'note']

export interface ReviewWorkspaceProps {
  view: WorkspaceView
  /** What a decision made here is locked to. */
  evidence: Evidence
  desk: DecisionDesk
  /** What was read of the document. */
  facts: DocumentFields
  /** What colleagues told each other about the case. */
  notes: CaseNotes
  /** By what right its pictures may be seen, as the page was rendered. */
  access: PictureRight | null
  /** What people drew on its pictures and marked as wrong. */
  reviewed: ReviewerMarks
  /** Captures of earlier attempts. */
  comparable: readonly ComparableCapture[]
  standing: SubmissionStanding | null
  /** The name on the watermark. */
  viewer: string
}

/** One submission under review: the picture large, what was found beside it, the decision always in reach. */
export function ReviewWorkspace(props: ReviewWorkspaceProps) {
  const { view, evidence, desk, facts, notes, access, reviewed, comparable, standing, viewer } = props
  const [captureId, setCaptureId] = useState(view.captures[0]?.id)
  const [activeFindingId, setActiveFindingId] = useState<string | null>(null)
  const [toShow, setToShow] = useState<PlaceToShow | null>(null)
  const capture = view.captures.find(({ id }) => id === captureId) ?? view.captures[0]
  const claim = useClaim(view, desk.reviewedBefore)
  const decision = useDecision(view, desk, evidence)
  const pictures = usePictures({ view, access, claim, viewer })
  useAnnouncements(view, claim)
  const { running, onChange } = useLiveSubmission(view)
  const [tab, setTab] = useEvidenceTab()
  // Drawn while the facts are read, so that a line on the picture leads to its field; else only what is pointed at.
  const fields = useMemo(
    () =>
      fieldRegions(facts.fields, { captureId: capture?.id ?? '', quiet: tab !== 'facts', activeKey: activeFindingId }),
    [facts, capture?.id, tab, activeFindingId],
  )
  const marks = useMarks(reviewed)
  const showPlace = (places: readonly (readonly Point[])[]) =>
    places.length > 0 && setToShow({ box: boundingBox(places.flat()) })
  const pointing = { activeFindingId, onActiveFindingChange: setActiveFindingId }

  return (
    <div data-wide className="flex flex-col lg:h-dvh">
      <LiveRefresh url="/api/events" events={liveEvents} onChange={onChange} />
      <NextAhead submissionId={view.id} preparing={decision.outcome !== null} />
      <WorkspaceHeader {...{ view, claim, running, standing }} />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_22rem] desk:grid-cols-[minmax(0,1fr)_27rem]">
        {capture && (
          <PictureArea
            {...{ view, capture, fields, pictures, marks, comparable, toShow, ...pointing }}
            onCaptureChange={setCaptureId}
          />
        )}
        <aside aria-label="Evidence and decision" className="flex min-h-0 flex-col border-l border-border bg-card">
          <EvidenceTabs
            {...{ view, facts, notes, capture, pictures, claim, running, tab, marks, ...pointing }}
            onShowPlace={showPlace}
            onTabChange={setTab}
            onCaptureChange={setCaptureId}
          />
          <DecisionArea {...{ view, desk, capture, claim, decision }} onActiveFindingChange={setActiveFindingId} />
        </aside>
      </div>
    </div>
  )
}
