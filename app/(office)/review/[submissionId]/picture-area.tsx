'use client'

import { Columns2, Pencil, SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { CaptureStrip } from '#components/capture-strip'
import { CaptureToolbar, Tool } from '#components/capture-toolbar'
import { CaptureViewer } from '#components/capture-viewer'
import { layersOf } from '#components/overlay-context'
import { OverlayLegend } from '#components/overlay-legend'
import { type FindingView, type OverlayRegion, overlayRegions } from '#components/overlay-regions'
import { RegionOverlay } from '#components/region-overlay'
import { useAdjustments } from '#components/use-adjustments'
import { useCaptureView, useCaptureViewHotkeys } from '#components/use-capture-view'
import { useFullScreen } from '#components/use-full-screen'
import { useHotkeys } from '#components/use-hotkeys'
import { useKeptRotation } from '#components/use-kept-rotation'
import { useOverlays, useShownLayers, useShownRegions } from '#components/use-overlays'
import { captureKindTitle } from '#lib/domain/capture'
import { isFlag } from '#lib/domain/finding'
import type { ComparableCapture } from '#lib/queries/comparable-captures'
import { rotate } from './actions.ts'
import { PictureOverlay } from './picture-overlay.tsx'
import type { Marks } from './use-marks.ts'
import type { Pictures } from './use-pictures.tsx'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

const CompareArea = lazy(() => import('./compare-area.tsx'))
const PictureSettings = lazy(() => import('#components/picture-settings'))

/** A place to bring into view; a new object each time it is asked for. */
export interface PlaceToShow {
  box: readonly [number, number, number, number]
}

export interface PictureAreaProps {
  view: WorkspaceView
  capture: CaptureView
  /** Where the document's fields were read on it. */
  fields: readonly OverlayRegion[]
  pictures: Pictures
  marks: Marks
  comparable: readonly ComparableCapture[]
  toShow: PlaceToShow | null
  onCaptureChange: (captureId: string) => void
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
}

/** What one does with the picture besides looking at it; one at a time. */
type Occupation = 'comparing' | 'drawing' | null

/** The capture on show with its overlays, and the way to the others. */
export function PictureArea(props: PictureAreaProps) {
  const { view, capture, fields, pictures, marks, comparable, toShow, onCaptureChange, ...pointing } = props
  const { id, kind, findings, context, widthPx, heightPx, rotation } = capture
  const picture = { width: widthPx, height: heightPx }
  const control = useCaptureView(id, picture, rotation)
  useKeptRotation(id, rotation, control.view, (turned) => void rotate(turned))
  const [isFull, toggleFull] = useFullScreen()
  const [occupation, setOccupation] = useState<Occupation>(null)
  const [hasLoupe, setLoupe] = useState(false)
  const [hasSettings, setSettings] = useState(false)
  const overlays = useOverlays()
  const adjustment = useAdjustments()
  const drawn = useMemo(() => marks.regions.filter(({ captureId }) => captureId === id), [marks.regions, id])
  const regions = useMemo(
    () => [...overlayRegions(findings, drawn, marks.marks), ...fields],
    [findings, drawn, marks.marks, fields],
  )
  const layers = useMemo(() => layersOf(context), [context])
  const shown = useShownRegions(regions, overlays, pointing.activeFindingId)
  const shownLayers = useShownLayers(layers, overlays)
  const isComparing = occupation === 'comparing' && !pictures.veil
  const isDrawing = occupation === 'drawing' && !pictures.veil

  const canCompare = view.captures.length > 1 || comparable.length > 0
  const occupy = (wanted: Occupation) => setOccupation(occupation === wanted ? null : wanted)
  const tools = {
    compare: () => canCompare && occupy('comparing'),
    draw: () => occupy('drawing'),
    loupe: () => setLoupe(!hasLoupe),
    settings: () => setSettings(!hasSettings),
  }
  const buttons = [
    ...(canCompare
      ? [{ label: 'Compare', hotkey: 'c', icon: <Columns2 aria-hidden />, onClick: tools.compare, pressed: false }]
      : []),
    { label: 'Draw a region', hotkey: 'd', icon: <Pencil aria-hidden />, onClick: tools.draw, pressed: isDrawing },
    {
      label: 'Layers and light',
      hotkey: 'v',
      icon: <SlidersHorizontal aria-hidden />,
      onClick: tools.settings,
      pressed: hasSettings,
    },
  ]
  useCaptureViewHotkeys(control, !isComparing)
  usePictureHotkeys(tools, !pictures.veil)
  const { showBox } = control
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is shown when it is asked for, not when the stage changes
  useEffect(() => {
    if (toShow) showBox(toShow.box)
  }, [toShow])

  const height = isFull ? 'flex-1' : 'max-lg:h-[60dvh] lg:flex-1'
  const strip = view.captures.map((one) => ({
    id: one.id,
    kind: one.kind,
    thumbSrc: pictures.thumbSrc(one.id),
    flagCount: flagCount(one.findings),
  }))
  return (
    <section
      aria-label="Picture"
      className={`flex min-h-0 min-w-0 flex-col ${isFull ? 'fixed inset-0 z-30 bg-stage' : 'relative'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-border bg-card px-3 py-1">
        <CaptureStrip captures={strip} activeId={id} onChange={onCaptureChange} />
        {!isComparing && regions.some(({ quiet }) => !quiet) && <OverlayLegend regions={regions} overlays={overlays} />}
      </div>
      {isComparing ? (
        <Suspense fallback={<div aria-busy className={height} />}>
          <CompareArea
            {...{ view, capture, pictures, comparable }}
            onFullScreen={toggleFull}
            onClose={tools.compare}
            className={height}
          />
        </Suspense>
      ) : (
        <CaptureViewer
          key={id}
          captureId={id}
          src={pictures.src(id)}
          veil={pictures.veil}
          watermark={pictures.watermark}
          alt={`${captureKindTitle[kind]}, attempt ${view.attempt}`}
          picture={picture}
          control={control}
          filter={adjustment.filter}
          onPicture={(matrix, stage) => (
            <RegionOverlay
              regions={shown}
              context={context}
              shown={shownLayers}
              opacity={overlays.opacity}
              {...{ matrix, stage, ...pointing }}
            />
          )}
          overStage={(matrix, stage) => (
            <PictureOverlay
              {...{ view, capture, pictures, marks, shown, drawn, control, matrix, stage, hasLoupe, isDrawing }}
              filter={adjustment.filter}
              onDrawn={() => setOccupation(null)}
              activeFindingId={pointing.activeFindingId}
            />
          )}
          toolbar={
            <CaptureToolbar
              control={control}
              onFullScreen={toggleFull}
              more={[{ label: 'Loupe', hotkey: 'l', run: tools.loupe, pressed: hasLoupe }]}
            >
              {buttons.map((button) => (
                <Tool key={button.label} {...button} />
              ))}
            </CaptureToolbar>
          }
          className={height}
        >
          {hasSettings && !pictures.veil && (
            <Suspense>
              <PictureSettings {...{ layers, overlays, adjustment }} onClose={tools.settings} />
            </Suspense>
          )}
        </CaptureViewer>
      )}
    </section>
  )
}

function usePictureHotkeys(tools: Record<'compare' | 'draw' | 'loupe' | 'settings', () => unknown>, enabled: boolean) {
  const group = 'Picture'
  useHotkeys(
    [
      { keys: ['c'], label: 'Compare', group, run: tools.compare },
      { keys: ['d'], label: 'Draw a region', group, run: tools.draw },
      { keys: ['l'], label: 'Loupe', group, run: tools.loupe },
      { keys: ['v'], label: 'Layers and light', group, run: tools.settings },
    ],
    enabled,
  )
}

function flagCount(findings: readonly FindingView[]): number {
  return findings.filter(({ outcome }) => isFlag(outcome)).length
}
