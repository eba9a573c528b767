'use client'

import { useMemo } from 'react'
import { CaptureStrip } from '#components/capture-strip'
import { CaptureToolbar } from '#components/capture-toolbar'
import { CaptureViewer } from '#components/capture-viewer'
import { OverlayLegend } from '#components/overlay-legend'
import { type FindingView, type OverlayRegion, overlayRegions } from '#components/overlay-regions'
import { RegionOverlay } from '#components/region-overlay'
import { useCaptureView, useCaptureViewHotkeys } from '#components/use-capture-view'
import { useFullScreen } from '#components/use-full-screen'
import { useKeptRotation } from '#components/use-kept-rotation'
import { useOverlays, useShownRegions } from '#components/use-overlays'
import { captureKindTitle } from '#lib/domain/capture'
import { isFlag } from '#lib/domain/finding'
import { rotate } from './actions.ts'
import type { Pictures } from './use-pictures.tsx'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface PictureAreaProps {
  view: WorkspaceView
  capture: CaptureView
  /** Where the document's fields were read on it. */
  fields: readonly OverlayRegion[]
  pictures: Pictures
  onCaptureChange: (captureId: string) => void
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
}

/** The capture on show with its overlays, and the way to the others. */
export function PictureArea({ view, capture, fields, pictures, onCaptureChange, ...pointing }: PictureAreaProps) {
  const { id, kind, findings, outline, widthPx, heightPx, rotation } = capture
  const picture = { width: widthPx, height: heightPx }
  const control = useCaptureView(id, picture, rotation)
  useCaptureViewHotkeys(control)
  useKeptRotation(id, rotation, control.view, (turned) => void rotate(turned))
  const [isFull, toggleFull] = useFullScreen()
  const overlays = useOverlays()
  const regions = useMemo(() => [...overlayRegions(findings), ...fields], [findings, fields])
  const shown = useShownRegions(regions, overlays, pointing.activeFindingId)
  const strip = view.captures.map((one) => ({
    id: one.id,
    kind: one.kind,
    thumbSrc: pictures.thumbSrc(one.id),
    flagCount: flagCount(one.findings),
  }))
  return (
    <section
      aria-label="Picture"
      className={`flex min-h-0 min-w-0 flex-col ${isFull ? 'fixed inset-0 z-30 bg-stage' : ''}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-border bg-card px-3 py-1">
        <CaptureStrip captures={strip} activeId={id} onChange={onCaptureChange} />
        {regions.some(({ quiet }) => !quiet) && <OverlayLegend regions={regions} overlays={overlays} />}
      </div>
      <CaptureViewer
        key={id}
        captureId={id}
        src={pictures.src(id)}
        veil={pictures.veil}
        watermark={pictures.watermark}
        alt={`${captureKindTitle[kind]}, attempt ${view.attempt}`}
        picture={picture}
        control={control}
        overlay={(matrix, stage) => (
          <RegionOverlay
            regions={shown}
            outline={overlays.visible ? outline : null}
            {...{ matrix, stage }}
            {...pointing}
          />
        )}
        toolbar={<CaptureToolbar control={control} onFullScreen={toggleFull} />}
        className={isFull ? 'flex-1' : 'max-lg:h-[60dvh] lg:flex-1'}
      />
    </section>
  )
}

function flagCount(findings: readonly FindingView[]): number {
  return findings.filter(({ outcome }) => isFlag(outcome)).length
}
