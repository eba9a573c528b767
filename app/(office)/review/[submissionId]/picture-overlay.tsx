'use client'

import { lazy, Suspense } from 'react'
import type { Matrix, Size } from '#components/capture-layers'
import type { DrawnRegion, OverlayRegion } from '#components/overlay-regions'
import { RegionCard, type RegionCardProps } from '#components/region-card'
import type { CaptureViewControl } from '#components/use-capture-view'
import type { Marks } from './use-marks.ts'
import type { Pictures } from './use-pictures.tsx'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

const RegionDrawer = lazy(() => import('#components/region-drawer'))
const CaptureLoupe = lazy(() => import('#components/capture-loupe'))

export interface PictureOverlayProps {
  view: WorkspaceView
  capture: CaptureView
  pictures: Pictures
  marks: Marks
  /** Of this capture: the regions on show, and those that people drew. */
  shown: readonly OverlayRegion[]
  drawn: readonly DrawnRegion[]
  control: CaptureViewControl
  matrix: Matrix
  stage: Size
  filter: string | undefined
  hasLoupe: boolean
  isDrawing: boolean
  onDrawn: () => void
  activeFindingId: string | null
}

/** What lies over the stage: what the region pointed at says, the loupe, and the sheet to draw on. */
export function PictureOverlay(props: PictureOverlayProps) {
  const { view, capture, pictures, marks, shown, control, matrix, stage } = props
  const { filter, hasLoupe, isDrawing, onDrawn, activeFindingId } = props
  const subject = shown.some(({ findingId }) => findingId === activeFindingId) && subjectOf(props)
  const picture = { width: capture.widthPx, height: capture.heightPx }
  return (
    <>
      {subject && !isDrawing && (
        <RegionCard
          {...{ subject, matrix, stage }}
          told={view.told}
          languageCode={view.message.locale}
          regions={shown}
        />
      )}
      <Suspense>
        {hasLoupe && (
          <CaptureLoupe
            captureId={capture.id}
            src={pictures.src(capture.id)}
            {...{ picture, control, stage, filter }}
          />
        )}
        {isDrawing && (
          <RegionDrawer {...{ matrix, stage }} onSave={(region) => marks.draw(capture.id, region)} onClose={onDrawn} />
        )}
      </Suspense>
    </>
  )
}

/** What is pointed at, where it is on this capture. */
function subjectOf({ capture, marks, drawn, activeFindingId }: PictureOverlayProps): RegionCardProps['subject'] | null {
  const own = drawn.find(({ id }) => id === activeFindingId)
  if (own) return { drawn: own }
  const finding = capture.findings.find(({ id }) => id === activeFindingId)
  return finding ? { finding, mark: marks.marks.find(({ findingId }) => findingId === finding.id) } : null
}
