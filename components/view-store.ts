import { type CaptureView, type Size, scaleOf } from './capture-geometry.ts'

/** Views by capture id. */
export type Views = Readonly<Record<string, CaptureView>>

/**
 * How captures are looked at, in two tempos: `live` follows every movement of a hand, `settled` follows once it rests. What is
 * settled is drawn anew, and sharp; what is only live is moved as it was drawn, which costs a sixtieth of a second or less.
 */
export interface ViewStore {
  subscribe: (listener: () => void) => () => void
  live: () => Views
  settled: () => Views
  /** Takes live views; they settle when nothing has moved for a moment. */
  move: (views: Views) => void
  settle: () => void
}

/** Shorter than it takes to look at what one has moved to. */
const restMs = 120

export function createViewStore(): ViewStore {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let live: Views = {}
  let settled = live
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    clearTimeout(timer)
    if (settled === live) return
    settled = live
    tell()
  }
  const move = (views: Views) => {
    live = views
    clearTimeout(timer)
    timer = setTimeout(settle, restMs)
    tell()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { subscribe, live: () => live, settled: () => settled, move, settle }
}

/** Enlarged further than this, what was drawn looks too coarse to be moved on; reduced further, too much beside it was never drawn. */
const mostEnlarged = 8
const mostReduced = 0.5

/** Whether a view is so far from another that it has to be drawn anew. */
export function isTooFar(from: CaptureView, to: CaptureView, picture: Size, stage: Size): boolean {
  const ratio = scaleOf(to, picture, stage) / scaleOf(from, picture, stage)
  return ratio > mostEnlarged || ratio < mostReduced
}
