'use client'

import { useState, useSyncExternalStore } from 'react'
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
import { createViewStore, isTooFar, type ViewStore, type Views } from './view-store.ts'

/** A picture to look at, alone or held against others. */
export interface ViewedCapture {
  id: string
  /** Size of the upright picture in its own pixels. */
  picture: Size
  /** How it is turned at first, in degrees clockwise. */
  rotation: number
  /** What to begin with, in fractions (left, top, right, bottom), such as the face; null for the whole picture. */
  box: readonly [number, number, number, number] | null
}

/** What the viewer shows and how to move it: state that page-level keys, buttons and the findings list share. */
export interface CaptureViewControl {
  /** As it was last drawn: what a hand moves on the way follows a moment later. */
  view: CaptureView
  /** The view at this very moment, of any of the captures. */
  store: ViewStore
  /** Size of the stage in CSS pixels; null until it has been measured. */
  stage: Size | null
  setStage: (stage: Size) => void
  /** CSS pixels for one picture pixel; null until measured. */
  scale: number | null
  zoomBy: (factor: number) => void
  pan: (dx: number, dy: number) => void
  /** Degrees clockwise. */
  turnBy: (degrees: number) => void
  flip: () => void
  /** The way up it was sent, not mirrored. */
  straighten: () => void
  fit: () => void
  /** Shows a box of the picture (fractions: left, top, right, bottom) with room around it. */
  showBox: (box: readonly [number, number, number, number]) => void
  /** Zooming and panning by hand, many times a second. */
  byHand: {
    /** `pointer` in stage pixels stays where it is. */
    zoomBy: (factor: number, pointer: readonly [number, number]) => void
    pan: (dx: number, dy: number) => void
    /** The hand rests, or does something else. */
    rest: () => void
  }
}

export const zoomStep = 1.4

type Change = (view: CaptureView, picture: Size, stage: Size) => CaptureView

/**
 * Views of pictures on stages of one size that move together: each begins with its own place and turn, and every zoom, pan and
 * turn after that goes for all. A capture's view is kept while the page lives. One control for each picture, in their order.
 */
export function useCaptureViews(captures: readonly ViewedCapture[]): CaptureViewControl[] {
  const [store] = useState(createViewStore)
  const settled = useSyncExternalStore(store.subscribe, store.settled, store.settled)
  const [stage, setMeasured] = useState<Size | null>(null)
  const setStage = ({ width, height }: Size) =>
    setMeasured((before) => (before?.width === width && before.height === height ? before : { width, height }))

  const viewIn = (views: Views, capture: ViewedCapture) => views[capture.id] ?? firstView(capture, stage)
  const moveByHand = (change: Change) => {
    if (!stage) return
    const live = store.live()
    const moved = captures.map((one) => [one.id, change(viewIn(live, one), one.picture, stage)] as const)
    store.move({ ...live, ...Object.fromEntries(moved) })
    const isFar = (one: ViewedCapture) =>
      isTooFar(viewIn(store.settled(), one), viewIn(store.live(), one), one.picture, stage)
    if (captures.some(isFar)) store.settle()
  }
  const update = (change: Change) => {
    moveByHand(change)
    store.settle()
  }
  const moves: Omit<CaptureViewControl, 'view' | 'scale'> = {
    store,
    stage,
    setStage,
    zoomBy: (factor) => update((view, picture, stage) => zoomAt(view, picture, stage, factor)),
    pan: (dx, dy) => update((view, picture, stage) => panBy(view, picture, stage, dx, dy)),
    turnBy: (degrees) => update((view, picture, stage) => turn(view, picture, stage, degrees)),
    flip: () => update(flip),
    straighten: () => update((view) => ({ ...view, rotation: 0, flipped: false })),
    fit: () => update(({ rotation, flipped }) => ({ ...wholePicture, rotation, flipped })),
    showBox: (box) => update((view, picture, stage) => zoomToBox(view, picture, stage, box)),
    byHand: {
      zoomBy: (factor, pointer) => moveByHand((view, picture, stage) => zoomAt(view, picture, stage, factor, pointer)),
      pan: (dx, dy) => moveByHand((view, picture, stage) => panBy(view, picture, stage, dx, dy)),
      rest: store.settle,
    },
  }
  return captures.map((capture) => {
    const view = viewIn(settled, capture)
    return { ...moves, view, scale: stage && scaleOf(view, capture.picture, stage) }
  })
}

/** The view of one capture at a time, as whole as it fits at first. */
export function useCaptureView(id: string, picture: Size, rotation = 0): CaptureViewControl {
  return useCaptureViews([{ id, picture, rotation, box: null }])[0]!
}

/** A capture's view at this very moment, while hands are on it too. */
export function useLiveView(captureId: string, { store, view }: Pick<CaptureViewControl, 'store' | 'view'>) {
  return useSyncExternalStore(
    store.subscribe,
    () => store.live()[captureId] ?? view,
    () => view,
  )
}

function firstView({ rotation, box, picture }: ViewedCapture, stage: Size | null): CaptureView {
  const whole = { ...wholePicture, rotation }
  return box && stage ? zoomToBox(whole, picture, stage, box) : whole
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
