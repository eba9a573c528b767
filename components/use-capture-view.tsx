'use client'

import { useMemo, useState } from 'react'
import {
  type CaptureView,
  panBy,
  type Size,
  scaleOf,
  turn,
  wholePicture,
  zoomAt,
  zoomToBox,
} from './capture-geometry.ts'
import { type Hotkey, useHotkeys } from './use-hotkeys.tsx'

/** What the viewer shows and how to move it: state that page-level keys, buttons and the findings list share. */
export interface CaptureViewControl {
  view: CaptureView
  /** Size of the stage in CSS pixels; null until it has been measured. */
  stage: Size | null
  setStage: (stage: Size) => void
  /** CSS pixels for one picture pixel; null until measured. */
  scale: number | null
  zoomBy: (factor: number, pointer?: readonly [number, number]) => void
  pan: (dx: number, dy: number) => void
  turnBy: (degrees: 90 | -90) => void
  fit: () => void
  /** Shows a box of the picture (fractions: left, top, right, bottom) with room around it. */
  showBox: (box: readonly [number, number, number, number]) => void
}

export const zoomStep = 1.4

/** View state of one capture at a time; each capture's zoom, place and rotation is kept while the page lives. */
export function useCaptureView(captureId: string, picture: Size): CaptureViewControl {
  const [views, setViews] = useState<Record<string, CaptureView>>({})
  const [stage, setStage] = useState<Size | null>(null)
  const view = views[captureId] ?? wholePicture
  const { width, height } = picture

  const moves = useMemo(() => {
    const update = (change: (view: CaptureView, picture: Size, stage: Size) => CaptureView) => {
      if (!stage) return
      setViews((all) => ({ ...all, [captureId]: change(all[captureId] ?? wholePicture, { width, height }, stage) }))
    }
    return {
      zoomBy: (factor: number, pointer?: readonly [number, number]) =>
        update((view, picture, stage) => zoomAt(view, picture, stage, factor, pointer)),
      pan: (dx: number, dy: number) => update((view, picture, stage) => panBy(view, picture, stage, dx, dy)),
      turnBy: (degrees: 90 | -90) => update((view, picture, stage) => turn(view, picture, stage, degrees)),
      fit: () => update((view) => ({ ...wholePicture, rotation: view.rotation })),
      showBox: (box: readonly [number, number, number, number]) =>
        update((view, picture, stage) => zoomToBox(view, picture, stage, box)),
    }
  }, [captureId, width, height, stage])

  return { view, stage, setStage, scale: stage && scaleOf(view, picture, stage), ...moves }
}

/** Registers the picture's keys: `+` `-` `0` zoom, `,` `.` rotate. */
export function useCaptureViewHotkeys({ zoomBy, turnBy, fit }: CaptureViewControl, enabled = true): void {
  const group = 'Picture'
  const hotkeys: Hotkey[] = [
    { keys: ['+', '='], label: 'Zoom in', group, run: () => zoomBy(zoomStep) },
    { keys: ['-', '_'], label: 'Zoom out', group, run: () => zoomBy(1 / zoomStep) },
    { keys: ['0'], label: 'Fit the picture', group, run: fit },
    { keys: [','], label: 'Rotate left', group, run: () => turnBy(-90) },
    { keys: ['.'], label: 'Rotate right', group, run: () => turnBy(90) },
  ]
  useHotkeys(hotkeys, enabled)
}
