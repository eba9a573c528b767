'use client'

import { lazy, Suspense } from 'react'
import type { CaptureView as Looking, Matrix, Size } from '#components/capture-layers'
import type { ContextLayer } from '#components/overlay-context'
import type { DrawnRegion, OverlayRegion } from '#components/overlay-regions'
import { RegionCard, type RegionCardProps } from '#components/region-card'
import { RegionOverlay } from '#components/region-overlay'
import { type OverlayControl, useShownLayers, useShownRegions } from '#components/use-overlays'
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
  /** Of this capture: all regions, those drawn among them, and the layers it has. */
  regions: readonly OverlayRegion[]
  drawn: readonly DrawnRegion[]
  layers: readonly ContextLayer[]
  overlays: OverlayControl
  /** How the picture is looked at, and the matrix that follows from it. */
  looking: Looking
  matrix: Matrix
  stage: Size
  filter: string | undefined
  hasLoupe: boolean
  isDrawing: boolean
  onDrawn: () => void
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
}

/** All that lies on the picture: regions and layers, what the region pointed at says, the loupe, and the sheet to draw on. */
export function PictureOverlay(props: PictureOverlayProps) {
  const { view, capture, pictures, marks, regions, layers, overlays, looking, matrix, stage } = props
  const { filter, hasLoupe, isDrawing, onDrawn, activeFindingId, onActiveFindingChange } = props
  const shown = useShownRegions(regions, overlays, activeFindingId)
  const shownLayers = useShownLayers(layers, overlays)
  const subject = shown.some(({ findingId }) => findingId === activeFindingId) && subjectOf(props)
  const picture = { width: capture.widthPx, height: capture.heightPx }
  return (
    <>
      <RegionOverlay
        regions={shown}
        context={capture.context}
        shown={shownLayers}
        opacity={overlays.opacity}
        {...{ matrix, stage, activeFindingId, onActiveFindingChange }}
      />
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
            view={looking}
            {...{ picture, stage, filter }}
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
