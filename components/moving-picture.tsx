'use client'

import type { ReactNode } from 'react'
import { type CaptureView, matrixBetween, pictureMatrix, type Size } from './capture-geometry.ts'
import { type CaptureViewControl, useLiveView } from './use-capture-view.tsx'

export interface MovingPictureProps {
  captureId: string
  /** Size of the upright picture in its own pixels. */
  picture: Size
  control: CaptureViewControl
  /** What was drawn for the control's view: the picture and all that lies on it. */
  children: ReactNode
}

/**
 * Moves what was drawn while hands are on it, as one layer that the browser need not paint again. Once they rest its children
 * are drawn for the new view, and it stands still (docs/decisions/025).
 */
export function MovingPicture({ captureId, picture, control, children }: MovingPictureProps) {
  const { view, stage } = control
  const live = useLiveView(captureId, control)
  return (
    <div
      className="pointer-events-none absolute inset-0 origin-top-left will-change-transform"
      style={{ transform: stage && live !== view ? transformBetween(view, live, picture, stage) : undefined }}
    >
      {children}
    </div>
  )
}

function transformBetween(from: CaptureView, to: CaptureView, picture: Size, stage: Size): string {
  const matrix = matrixBetween(pictureMatrix(from, picture, stage), pictureMatrix(to, picture, stage))
  return `matrix(${matrix.join(',')})`
}
