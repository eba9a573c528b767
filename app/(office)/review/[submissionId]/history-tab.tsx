'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Attempts } from '#components/attempts'
import { Button } from '#components/ui/button'
import { Skeleton } from '#components/ui/skeleton'
import { useLoaded } from '#components/use-loaded'
import type { HistoryAttempt } from '#lib/queries/case-history'
import { AttemptDetail } from './attempt-detail.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import type { OtherCapture } from './compare-dialog.tsx'
import { NearDuplicates } from './near-duplicates.tsx'
import type { Pictures } from './use-pictures.tsx'
import type { WorkspaceView } from './workspace-view.ts'

const CompareDialog = dynamic(() => import('./compare-dialog.tsx'))

/** Most policies bring in a person before more; what is older is seldom looked at. */
const shownAtFirst = 4

export interface HistoryTabProps {
  view: WorkspaceView
  pictures: Pictures
}

/** The attempts with their pictures and what changed between them, the same pictures elsewhere, and all that happened. */
export function HistoryTab({ view, pictures }: HistoryTabProps) {
  const version = view.now.getTime()
  const { data, error } = useLoaded<HistoryAttempt[]>(`/api/submissions/${view.id}/history`, version)
  const [all, setAll] = useState(false)
  const [pair, setPair] = useState<{ ownCaptureId: string; other: OtherCapture } | null>(null)
  const compare = pictures.veil ? null : (ownCaptureId: string, other: OtherCapture) => setPair({ ownCaptureId, other })
  const attempts = data?.map((attempt) => ({
    ...attempt,
    href: `/review/${attempt.submissionId}`,
    detail: <AttemptDetail {...{ view, pictures, attempt }} onCompare={compare} />,
  }))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 p-4">
      <NearDuplicates view={view} onCompare={compare} />
      <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h2 className="font-medium">Attempts</h2>
        {error && <p className="text-[0.8125rem] text-danger">{error}</p>}
        {attempts ? (
          <Attempts attempts={all ? attempts : attempts.slice(0, shownAtFirst)} currentId={view.id} />
        ) : (
          !error && <Skeleton className="h-24" />
        )}
        {attempts && !all && attempts.length > shownAtFirst && (
          <Button className="justify-self-center" onClick={() => setAll(true)}>
            Show {attempts.length - shownAtFirst} earlier attempts
          </Button>
        )}
      </section>
      <CaseTimeline submissionId={view.id} version={version} />
      {pair && <CompareDialog {...{ view, pictures }} {...pair} onClose={() => setPair(null)} />}
    </div>
  )
}
