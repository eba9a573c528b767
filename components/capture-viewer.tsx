'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { Outline } from '#lib/domain/region'
import { fractionMatrix, pictureMatrix, type Size } from './capture-geometry.ts'
import { CaptureToolbar } from './capture-toolbar.tsx'
import type { OverlayRegion } from './overlay-regions.tsx'
import { RegionOverlay } from './region-overlay.tsx'
import { cn } from './ui/cn.ts'
import type { CaptureViewControl } from './use-capture-view.tsx'
import { usePanZoom } from './use-pan-zoom.tsx'

export interface CaptureViewerProps {
  src: string
  /** Names the picture, like "ID card, front, attempt 2". */
  alt: string
  /** Size of the upright picture behind `src`, in its pixels. */
  picture: Size
  control: CaptureViewControl
  /** What to draw; filter by `useShownRegions` first. */
  regions: readonly OverlayRegion[]
  outline?: Outline | null
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
  /** At the left of the tools: the OverlayLegend. */
  legend?: ReactNode
  /** Why the picture may not be seen now; it is then veiled, and nothing is drawn on it. */
  veil?: ReactNode
  /** Laid over the picture without being in the way: who looks, and when. */
  watermark?: ReactNode
  /** Sets the height; the viewer fills what it is given. */
  className?: string
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [80, 0],
  ArrowRight: [-80, 0],
  ArrowUp: [0, 80],
  ArrowDown: [0, -80],
}

/**
 * The picture on a stage, with its regions. Before the stage is measured (and before script runs) the whole picture is shown
 * by the browser alone. Wheel, pinch and drag move it; with the focus on it, so do the arrow keys.
 */
export function CaptureViewer(props: CaptureViewerProps) {
  const {
    src,
    alt,
    picture,
    control,
    regions,
    outline,
    activeFindingId,
    onActiveFindingChange,
    legend,
    veil,
    watermark,
    className,
  } = props
  const stageRef = useRef<HTMLDivElement>(null)
  usePanZoom(stageRef, control)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = arrows[event.key]
    if (!step) return
    event.preventDefault()
    control.pan(...step)
  }

  return (
    <div className={cn('relative flex min-h-0 flex-col bg-stage', className)}>
      <div
        ref={stageRef}
        role="application"
        aria-label={`${alt}. Arrow keys move the picture.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys pan, so the stage takes the focus
        tabIndex={0}
        data-testid="capture-stage"
        onKeyDown={onKeyDown}
        className="relative min-h-0 flex-1 cursor-grab touch-none overflow-hidden select-none -outline-offset-2 active:cursor-grabbing"
      >
        <StagePicture {...{ src, alt, picture, control }} veiled={Boolean(veil)} />
        {!veil && control.stage && (
          <RegionOverlay
            regions={regions}
            outline={outline}
            matrix={fractionMatrix(control.view, picture, control.stage)}
            stage={control.stage}
            activeFindingId={activeFindingId}
            onActiveFindingChange={onActiveFindingChange}
          />
        )}
        {!veil && watermark}
      </div>
      {veil && <div className="absolute inset-x-0 top-0 bottom-10 grid place-items-center p-6">{veil}</div>}
      <CaptureToolbar control={control} legend={legend} />
    </div>
  )
}

interface StagePictureProps extends Pick<CaptureViewerProps, 'src' | 'alt' | 'picture' | 'control'> {
  veiled: boolean
}

function StagePicture({ src, alt, picture, control: { view, stage, scale }, veiled }: StagePictureProps) {
  const placed = stage && scale
  return (
    // biome-ignore lint/performance/noImgElement: the image optimiser would keep copies of people's documents on disk
    <img
      src={src}
      alt={alt}
      draggable={false}
      width={picture.width}
      height={picture.height}
      className={cn(
        'absolute top-0 left-0 max-w-none',
        placed ? 'origin-top-left' : 'size-full object-contain',
        scale && scale >= 3 && '[image-rendering:pixelated]',
        veiled && 'blur-2xl',
      )}
      style={placed ? { transform: `matrix(${pictureMatrix(view, picture, stage).join(',')})` } : undefined}
    />
  )
}
