'use client'

import { useState } from 'react'
import {
  type CaptureView,
  flip,
  panBy,
  type Size,
  scaleOf,
  turn,
  wholePicture,
  zoomAt,
  zoomToBox,
} from './capture-geometry.ts'
import type { CaptureViewControl } from './use-capture-view.tsx'

/** A picture to hold against others. */
export interface ComparedCapture {
  id: string
  /** Says which it is, like "ID card, front, attempt 1". */
  title: string
  /** Size of the upright picture in its own pixels. */
  picture: Size
  rotation: number
  /** What to begin with, in fractions (left, top, right, bottom), such as the face; null for the whole picture. */
  box: readonly [number, number, number, number] | null
}

/**
 * Views of several pictures on stages of one size that move together: each begins with its own place and turn, and every zoom,
 * pan and turn after that goes for all. One control for each picture, in their order.
 */
export function useLinkedViews(captures: readonly ComparedCapture[]): CaptureViewControl[] {
  const [views, setViews] = useState<Record<string, CaptureView>>({})
  const [stage, setMeasured] = useState<Size | null>(null)
  const setStage = ({ width, height }: Size) =>
    setMeasured((before) => (before?.width === width && before.height === height ? before : { width, height }))
  const viewOf = (capture: ComparedCapture) => views[capture.id] ?? firstView(capture, stage)

  const update = (change: (view: CaptureView, picture: Size, stage: Size) => CaptureView) => {
    if (!stage) return
    setViews((all) =>
      Object.fromEntries(
        captures.map((one) => [one.id, change(all[one.id] ?? firstView(one, stage), one.picture, stage)]),
      ),
    )
  }
  const moves: Omit<CaptureViewControl, 'view' | 'scale'> = {
    stage,
    setStage,
    zoomBy: (factor, pointer) => update((view, picture, stage) => zoomAt(view, picture, stage, factor, pointer)),
    pan: (dx, dy) => update((view, picture, stage) => panBy(view, picture, stage, dx, dy)),
    turnBy: (degrees) => update((view, picture, stage) => turn(view, picture, stage, degrees)),
    flip: () => update(flip),
    straighten: () => update((view) => ({ ...view, rotation: 0, flipped: false })),
    fit: () => update(({ rotation, flipped }) => ({ ...wholePicture, rotation, flipped })),
    showBox: (box) => update((view, picture, stage) => zoomToBox(view, picture, stage, box)),
  }
  return captures.map((capture) => {
    const view = viewOf(capture)
    return { ...moves, view, scale: stage && scaleOf(view, capture.picture, stage) }
  })
}

function firstView({ rotation, box, picture }: ComparedCapture, stage: Size | null): CaptureView {
  const whole = { ...wholePicture, rotation }
  return box && stage ? zoomToBox(whole, picture, stage, box) : whole
}
