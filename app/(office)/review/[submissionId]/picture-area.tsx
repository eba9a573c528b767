'use client'

import { useMemo } from 'react'
import { CaptureStrip } from '#components/capture-strip'
import { CaptureViewer } from '#components/capture-viewer'
import { OverlayLegend } from '#components/overlay-legend'
import { type FindingView, overlayRegions } from '#components/overlay-regions'
import { useCaptureView, useCaptureViewHotkeys } from '#components/use-capture-view'
import { useOverlays, useShownRegions } from '#components/use-overlays'
import { captureKindTitle } from '#lib/domain/capture'
import { isFlag } from '#lib/domain/finding'
import type { Pictures } from './use-pictures.tsx'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface PictureAreaProps {
  view: WorkspaceView
  capture: CaptureView
  pictures: Pictures
  onCaptureChange: (captureId: string) => void
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
}

/** The capture on show with its overlays, and the way to the others. */
export function PictureArea({ view, capture, pictures, onCaptureChange, ...pointing }: PictureAreaProps) {
  const { id, kind, findings, outline, viewWidthPx, viewHeightPx } = capture
  const picture = { width: viewWidthPx, height: viewHeightPx }
  const control = useCaptureView(id, picture)
  useCaptureViewHotkeys(control)
  const overlays = useOverlays()
  const regions = useMemo(() => overlayRegions(findings), [findings])
  const shown = useShownRegions(regions, overlays, pointing.activeFindingId)
  const strip = view.captures.map((one) => ({
    id: one.id,
    kind: one.kind,
    thumbSrc: pictures.thumbSrc(one.id),
    flagCount: flagCount(one.findings),
  }))
  return (
    <section aria-label="Picture" className="flex min-h-0 min-w-0 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-border bg-card px-3 py-1">
        <CaptureStrip captures={strip} activeId={id} onChange={onCaptureChange} />
        {regions.some(({ quiet }) => !quiet) && <OverlayLegend regions={regions} overlays={overlays} />}
      </div>
      <CaptureViewer
        key={id}
        src={pictures.src(id)}
        veil={pictures.veil}
        watermark={pictures.watermark}
        alt={`${captureKindTitle[kind]}, attempt ${view.attempt}`}
        picture={picture}
        control={control}
        regions={shown}
        outline={overlays.visible ? outline : null}
        className="max-lg:h-[60dvh] lg:flex-1"
        {...pointing}
      />
    </section>
  )
}

function flagCount(findings: readonly FindingView[]): number {
  return findings.filter(({ outcome }) => isFlag(outcome)).length
}
