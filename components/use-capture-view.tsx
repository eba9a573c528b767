'use client'

import { useMemo, useState } from 'react'
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
  /** Degrees clockwise. */
  turnBy: (degrees: number) => void
  flip: () => void
  /** The way up it was sent, not mirrored. */
  straighten: () => void
  fit: () => void
  /** Shows a box of the picture (fractions: left, top, right, bottom) with room around it. */
  showBox: (box: readonly [number, number, number, number]) => void
}

export const zoomStep = 1.4

/**
 * View state of one capture at a time; each capture's zoom, place and rotation is kept while the page lives. It starts as whole
 * as it fits, turned as its last viewer left it.
 */
export function useCaptureView(captureId: string, picture: Size, rotation = 0): CaptureViewControl {
  const [views, setViews] = useState<Record<string, CaptureView>>({})
  const [stage, setStage] = useState<Size | null>(null)
  const { width, height } = picture
  const first = useMemo(() => ({ ...wholePicture, rotation }), [rotation])
  const view = views[captureId] ?? first

  const moves = useMemo(() => {
    const update = (change: (view: CaptureView, picture: Size, stage: Size) => CaptureView) => {
      if (!stage) return
      setViews((all) => ({ ...all, [captureId]: change(all[captureId] ?? first, { width, height }, stage) }))
    }
    return {
      zoomBy: (factor: number, pointer?: readonly [number, number]) =>
        update((view, picture, stage) => zoomAt(view, picture, stage, factor, pointer)),
      pan: (dx: number, dy: number) => update((view, picture, stage) => panBy(view, picture, stage, dx, dy)),
      turnBy: (degrees: number) => update((view, picture, stage) => turn(view, picture, stage, degrees)),
      flip: () => update(flip),
      straighten: () => update((view) => ({ ...view, rotation: 0, flipped: false })),
      fit: () => update(({ rotation, flipped }) => ({ ...wholePicture, rotation, flipped })),
      showBox: (box: readonly [number, number, number, number]) =>
        update((view, picture, stage) => zoomToBox(view, picture, stage, box)),
    }
  }, [captureId, first, width, height, stage])

  return { view, stage, setStage, scale: stage && scaleOf(view, picture, stage), ...moves }
}

/** Registers the picture's keys: `+` `-` `0` zoom, `,` `.` turn by quarters and with Shift by degrees, `m` mirrors. */
export function useCaptureViewHotkeys({ zoomBy, turnBy, flip, fit }: CaptureViewControl, enabled = true): void {
  const group = 'Picture'
  const hotkeys: Hotkey[] = [
    { keys: ['+', '='], label: 'Zoom in', group, run: () => zoomBy(zoomStep) },
    { keys: ['-', '_'], label: 'Zoom out', group, run: () => zoomBy(1 / zoomStep) },
    { keys: ['0'], label: 'Fit the picture', group, run: fit },
    { keys: [','], label: 'Rotate left', group, run: () => turnBy(-90) },
    { keys: ['.'], label: 'Rotate right', group, run: () => turnBy(90) },
    // Shift with `,` and `.`, as English and as most other European keyboards have it.
    { keys: ['<', ';'], label: 'Rotate left by 1°', group, run: () => turnBy(-1) },
    { keys: ['>', ':'], label: 'Rotate right by 1°', group, run: () => turnBy(1) },
    { keys: ['m'], label: 'Mirror the picture', group, run: flip },
  ]
  useHotkeys(hotkeys, enabled)
}
