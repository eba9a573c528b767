'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { fractionMatrix, type Matrix, type Size } from './capture-geometry.ts'
import { CaptureLayers } from './capture-layers.tsx'
import { MovingPicture } from './moving-picture.tsx'
import { cn } from './ui/cn.ts'
import type { CaptureViewControl } from './use-capture-view.tsx'
import { usePanZoom } from './use-pan-zoom.tsx'

export interface CaptureViewerProps {
  captureId: string
  /** The whole picture, as large as a stage, or what stands in for it. */
  src: string
  /** Names the picture, like "ID card, front, attempt 2". */
  alt: string
  /** Size of the upright picture in its own pixels. */
  picture: Size
  control: CaptureViewControl
  /** A CSS filter for the picture alone, for the eye only. */
  filter?: string | undefined
  /** What lies on the picture and moves with it, given the matrix from its fractions to stage pixels. */
  onPicture?: ((matrix: Matrix, stage: Size) => ReactNode) | undefined
  /** What lies over the stage and stays. */
  overStage?: ((matrix: Matrix, stage: Size) => ReactNode) | undefined
  /** Beside the stage's corners, out of its gestures: panels that stay. */
  children?: ReactNode
  /** Below the stage: the CaptureToolbar. */
  toolbar?: ReactNode
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
 * The picture on a stage, with what is drawn on it. Before the stage is measured (and before script runs) the whole picture is
 * shown by the browser alone, and nothing is drawn on it. Wheel, pinch and drag move it; with the focus on it, so do the arrow keys.
 */
export function CaptureViewer(props: CaptureViewerProps) {
  const { captureId, src, alt, picture, control, filter, onPicture, overStage, children, toolbar } = props
  const { veil, watermark, className } = props
  const { view, stage } = control
  const matrix = !veil && stage && fractionMatrix(view, picture, stage)
  const stageRef = useRef<HTMLDivElement>(null)
  usePanZoom(stageRef, control)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = arrows[event.key]
    if (!step || event.defaultPrevented) return
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
        <MovingPicture {...{ captureId, picture, control }}>
          <CaptureLayers {...{ captureId, src, alt, picture, view, stage, filter }} veiled={Boolean(veil)} />
          {matrix && stage && onPicture?.(matrix, stage)}
        </MovingPicture>
        {matrix && stage && overStage?.(matrix, stage)}
        {!veil && watermark}
      </div>
      {veil && <div className="absolute inset-x-0 top-0 bottom-10 grid place-items-center p-6">{veil}</div>}
      {children}
      {toolbar}
    </div>
  )
}
